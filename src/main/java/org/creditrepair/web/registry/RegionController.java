package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.daily.DailyDisclosure;
import org.creditrepair.registry.guidance.Answers;
import org.creditrepair.registry.guidance.RepairGuidance;
import org.creditrepair.registry.record.CitizenId;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.Severity;
import org.creditrepair.registry.record.SubjectType;
import org.creditrepair.registry.record.Uscc;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.supervision.escalation.BreachRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.application.ApplicationViews.SubjectView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions")
@Tag(name = "地区", description = "修复指引、失信信息查询、归集与时限监测")
class RegionController {

    private final Catalog catalog;
    private final RecordRegister register;
    private final RepairGuidance guidance;
    private final BreachRegister breaches;
    private final DailyDisclosure sweep;
    private final RegionAccess access;
    private final RegistryViewMapper views;
    private final BusinessClock clock;

    RegionController(
            Catalog catalog,
            RecordRegister register,
            RepairGuidance guidance,
            BreachRegister breaches,
            DailyDisclosure sweep,
            RegionAccess access,
            RegistryViewMapper views,
            BusinessClock clock) {
        this.catalog = catalog;
        this.register = register;
        this.guidance = guidance;
        this.breaches = breaches;
        this.sweep = sweep;
        this.access = access;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "已开通的地区")
    @SecurityRequirements
    List<RegistryViews.RegionView> regions() {
        return views.regions(catalog.regions());
    }

    @GetMapping("/{region}/items")
    @Operation(summary = "修复指引", description = "某日有效的全部修复事项，默认当日")
    @SecurityRequirements
    List<RegistryViews.ItemView> items(
            @PathVariable RegionCode region, @RequestParam(required = false) LocalDate on) {
        Region found = catalog.region(region);
        LocalDate day = on == null ? clock.today() : on;
        return found.items().stream()
                .filter(item -> item.isValidOn(day))
                .map(item -> views.item(item, found, day))
                .toList();
    }

    @GetMapping("/{region}/items/{item}")
    @Operation(summary = "一个修复事项的指引")
    @SecurityRequirements
    RegistryViews.ItemView item(
            @PathVariable RegionCode region,
            @PathVariable String item,
            @RequestParam(required = false) LocalDate on) {
        return views.item(
                catalog.item(region, item),
                catalog.region(region),
                on == null ? clock.today() : on);
    }

    @GetMapping("/{region}/subjects/{uscc}/records")
    @Operation(summary = "主体的在公示失信信息", description = "是否可以申请修复、自何日起可以申请及不能申请的理由")
    @SecurityRequirements
    List<RegistryViews.RecordView> records(
            @PathVariable RegionCode region, @PathVariable String uscc) {
        RegionCode code = catalog.region(region).code();
        return register.displayedOf(code, subject(uscc, code)).stream()
                .filter(record -> mayKnow(record, code))
                .map(record -> views.record(record, register.eligibility(record)))
                .toList();
    }

    @GetMapping("/{region}/subjects")
    @Operation(summary = "按名称查主体", description = "名称须完整；有在公示失信信息的法人、非法人组织和个体工商户，不含自然人")
    @SecurityRequirements
    List<SubjectView> subjects(@PathVariable RegionCode region, @RequestParam String name) {
        return register.displayedNamed(catalog.region(region).code(), name).stream()
                .filter(subject -> !CitizenId.isProtected(subject.code().value()))
                .map(views::subject)
                .toList();
    }

    @GetMapping("/{region}/guidance")
    @Operation(
            summary = "智能导办",
            description =
                    "填 uscc 的，逐条说明主体的失信信息中哪些现在可以修复、哪些何日起可以、向哪个单位经何渠道办理、提交哪些材料，并预填申请；"
                            + "不填 uscc 的，按 item 等几项回答给出同样的说明")
    @SecurityRequirements
    RegistryViews.GuidanceView guidance(
            @PathVariable RegionCode region,
            @RequestParam(required = false) String uscc,
            @Parameter(description = "修复事项代码；不填 uscc 时必填") @RequestParam(required = false)
                    String item,
            @Parameter(description = "决定或列入日期，默认当日") @RequestParam(required = false)
                    LocalDate decidedOn,
            @Parameter(description = "处罚种类，可以多个") @RequestParam(required = false)
                    List<String> penaltyTypes,
            @Parameter(description = "领域") @RequestParam(required = false) String field,
            @Parameter(description = "失信程度") @RequestParam(required = false) Severity severity,
            @Parameter(description = "是否委托他人办理") @RequestParam(defaultValue = "false")
                    boolean agent,
            @Parameter(description = "申请情形") @RequestParam(defaultValue = "FULFILLED")
                    Ground ground) {
        Region found = catalog.region(region);
        if (uscc != null) {
            return views.guidance(
                    guidance.adviseOn(found, subject(uscc, found.code())).stream()
                            .filter(advice -> mayKnow(advice.record(), found.code()))
                            .toList());
        }
        if (Violations.isBlank(item)) {
            throw RefusedException.invalid("item", "REQUIRED", "请填写统一社会信用代码，或者选择修复事项");
        }
        Answers answers =
                new Answers(
                        item,
                        decidedOn,
                        penaltyTypes == null ? List.of() : penaltyTypes,
                        field,
                        severity,
                        agent,
                        ground);
        return views.guidance(List.of(guidance.adviseOn(found, answers)));
    }

    @GetMapping("/{region}/supervision/breaches")
    @Operation(summary = "超期台账", description = "最近的超期记录，最多 1000 条")
    List<RegistryViews.BreachView> breaches(@PathVariable RegionCode region) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        return views.breaches(breaches.findByRegion(catalog.region(region).code()));
    }

    @GetMapping("/{region}/supervision/sweeps")
    @Operation(summary = "每日巡查报告", description = "公示期每日巡查各步骤完成和失败的条数，最近 200 条")
    List<RegistryViews.SweepView> sweeps(@PathVariable RegionCode region) {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        return views.sweeps(sweep.reports(catalog.region(region).code()));
    }

    /**
     * The code asked for; what is known of a person is shown to the person and to the region's own
     * accounts.
     */
    private String subject(String code, RegionCode region) {
        if (isOwn(code)) {
            return code;
        }
        if (CitizenId.isProtected(code)) {
            access.require(region, Role.values());
            return code;
        }
        if (!Uscc.isWellFormed(code)) {
            throw RefusedException.invalid("uscc", "INVALID", Uscc.FORM_TEXT);
        }
        return code;
    }

    /** What is told of a natural person, however the code was written, stays in the region. */
    private boolean mayKnow(DishonestyRecord record, RegionCode region) {
        boolean ofPerson =
                record.party().subject().type() == SubjectType.NATURAL_PERSON
                        || CitizenId.isProtected(record.party().subject().code().value());
        return !ofPerson
                || isOwn(record.party().subject().code().value())
                || access.plays(region, Role.values());
    }

    /** Whether who asks has logged in for the subject of this code. */
    private static boolean isOwn(String code) {
        return Accounts.current()
                .flatMap(Account::represented)
                .filter(one -> one.code().equals(code))
                .isPresent();
    }
}
