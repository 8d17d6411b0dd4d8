package org.creditrepair.web.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Represented;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.intake.ApplicationForm;
import org.creditrepair.application.intake.ApplicationForm.MaterialForm;
import org.creditrepair.application.intake.JointApplications;
import org.creditrepair.application.model.ApplicationStatus;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.Submitter.HandedIn;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.mapping.RegionClock;
import org.creditrepair.web.shared.CaseAccess;
import org.creditrepair.web.shared.DailyBound;
import org.creditrepair.web.shared.DailyBound.Bounded;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "联办申请", description = "提交申请、补正、撤回与办理进度")
class ApplicationController {

    private static final int MAX_KEY = 128;

    private final JointApplications joint;
    private final Applications applications;
    private final Catalog catalog;
    private final CaseAccess access;
    private final RegionAccess regions;
    private final ApplicantRights applicants;
    private final DailyBound bound;
    private final ApplicationViewMapper views;
    private final RegionClock clock;

    ApplicationController(
            JointApplications joint,
            Applications applications,
            Catalog catalog,
            CaseAccess access,
            RegionAccess regions,
            ApplicantRights applicants,
            DailyBound bound,
            ApplicationViewMapper views,
            RegionClock clock) {
        this.joint = joint;
        this.applications = applications;
        this.catalog = catalog;
        this.access = access;
        this.regions = regions;
        this.applicants = applicants;
        this.bound = bound;
        this.views = views;
        this.clock = clock;
    }

    /** The documents of a correction. */
    record CorrectionForm(List<MaterialForm> materials) {}

    @PostMapping("/regions/{region}/applications")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "提交联办申请",
            description =
                    "所有字段一次校验；有误的全部列出，且不留下任何数据。申请人凭手机验证码自行提交的，"
                            + "联系人手机（委托办理的为经办人手机）须为所核验的手机；"
                            + "个人的，或者公示信息另有留存手机、名称不一致的，须登录统一身份认证或者到窗口办理")
    ApplicationViews.SubmissionView submit(
            @PathVariable RegionCode region,
            @Parameter(description = "同一账号以同一键和相同内容重复提交，得到与首次相同的应答；内容不同则为 409")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    String key,
            @RequestBody ApplicationForm form) {
        Account account = Accounts.current().orElseThrow();
        Region served = catalog.region(region);
        if (!reaches(account, served)) {
            throw RefusedException.notFound("region", "无此地区，或不属于本账号：" + region);
        }
        if (account.proof() != null) {
            applicants.require(account, account.proof(), served.code(), form);
        }
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            throw RefusedException.invalid(
                    "Idempotency-Key", "INVALID", "须为 1 至 " + MAX_KEY + " 个字符");
        }
        return bound.within(
                account,
                new Bounded(
                        (form.agent() == null ? "contact" : "agent") + ".mobile",
                        "提交 %d 件申请",
                        since -> applications.countSince(account.name(), since),
                        "到综合窗口办理"),
                () ->
                        views.submission(
                                joint.start(served.code(), form, account.name(), key),
                                clock.today(region)));
    }

    /** Whether the region is the account's, or of the province of its window (省内通办). */
    private boolean reaches(Account account, Region region) {
        return account.regions().contains(region.code())
                || catalog.regions().stream()
                        .filter(other -> other.province().equals(region.province()))
                        .anyMatch(other -> account.windowIn(other).isPresent());
    }

    @GetMapping("/regions/{region}/applications")
    @Operation(
            summary = "本门户、本窗口、本主体的申请",
            description = "最近提交的在前，每页 50 件；门户只见本账号提交的，窗口可见本窗口各收件人员提交的，统一身份认证登录的申请人可见所代表主体的")
    List<ApplicationViews.HandedInView> handedIn(
            @PathVariable RegionCode region,
            @Parameter(description = "申请编号、失信信息编号、证件号码或完整的主体名称") @RequestParam(required = false)
                    String words,
            @Parameter(description = "申请的状态") @RequestParam(required = false)
                    ApplicationStatus status,
            @Parameter(description = "任一事项的状态") @RequestParam(required = false)
                    ItemStatus itemStatus,
            @Parameter(description = "页码，从 0 起") @RequestParam(defaultValue = "0") int page) {
        if (page < 0) {
            throw RefusedException.invalid("page", "RANGE", "不能小于 0");
        }
        Region served = catalog.region(region);
        Optional<Represented> represented = Accounts.current().flatMap(Account::represented);
        Account account =
                represented.isPresent()
                        ? Accounts.current().orElseThrow()
                        : regions.require(region, Role.PORTAL, Role.WINDOW);
        Optional<String> window = account.windowIn(served);
        return applications
                .handedIn(
                        new HandedIn(
                                served.code(),
                                represented.isPresent() ? null : window.orElseGet(served::portal),
                                represented.isPresent() || window.isPresent()
                                        ? null
                                        : account.name(),
                                represented.map(Represented::code).orElse(null),
                                status,
                                itemStatus,
                                StringUtils.trimToNull(words),
                                page))
                .stream()
                .map(file -> views.handedIn(file, served, clock.today(region)))
                .toList();
    }

    @GetMapping("/applications/{applicationNo}")
    @Operation(summary = "申请的全部状态")
    ApplicationViews.ApplicationView application(@PathVariable String applicationNo) {
        CaseFile file = applications.byNumber(applicationNo);
        access.requireReader(file);
        return views.application(file, clock.today(file.region()));
    }

    @PostMapping("/applications/{applicationNo}/items/{itemNo}/corrections")
    @Operation(summary = "提交补正材料", description = "仅在待补正状态可以提交，提交后重新计算受理时限")
    ApplicationViews.ItemStateView correct(
            @PathVariable String applicationNo,
            @PathVariable int itemNo,
            @RequestBody CorrectionForm form) {
        CaseKey key = key(applicationNo, itemNo);
        joint.correct(key, form.materials(), Accounts.current().orElseThrow().name());
        return state(key);
    }

    @PostMapping("/applications/{applicationNo}/items/{itemNo}/withdrawal")
    @Operation(summary = "撤回", description = "作出决定之前可以撤回")
    ApplicationViews.ItemStateView withdraw(
            @PathVariable String applicationNo, @PathVariable int itemNo) {
        CaseKey key = key(applicationNo, itemNo);
        joint.withdraw(key);
        return state(key);
    }

    @GetMapping("/progress/{progressCode}")
    @Operation(summary = "办理进度", description = "凭办理进度查询码查看各环节的时间、时限和结果，不含个人信息")
    @SecurityRequirements
    ApplicationViews.ProgressView progress(@PathVariable String progressCode) {
        CaseFile file = applications.byProgressCode(progressCode);
        RegionCode region = file.region();
        return views.progress(file, catalog.region(region), clock.today(region));
    }

    /** The item, which is looked for only when the account may act on the application. */
    private CaseKey key(String applicationNo, int itemNo) {
        CaseFile file = applications.byNumber(applicationNo);
        access.requireSubmitter(file);
        if (file.items().stream().noneMatch(item -> item.key().itemNo() == itemNo)) {
            throw RefusedException.notFound("itemNo", "该申请无第 " + itemNo + " 项");
        }
        return new CaseKey(applicationNo, itemNo);
    }

    private ApplicationViews.ItemStateView state(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        return views.itemState(file.item(key.itemNo()), clock.today(file.region()));
    }
}
