package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Set;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineForm;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.DailyBound;
import org.creditrepair.web.shared.DailyBound.Bounded;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "修复热线", description = "咨询、投诉、求助和在线办理指导")
class HotlineController {

    private final Hotline hotline;
    private final Catalog catalog;
    private final RegionAccess access;
    private final DailyBound bound;
    private final RegistryViewMapper views;

    HotlineController(
            Hotline hotline,
            Catalog catalog,
            RegionAccess access,
            DailyBound bound,
            RegistryViewMapper views) {
        this.bound = bound;
        this.hotline = hotline;
        this.catalog = catalog;
        this.access = access;
        this.views = views;
    }

    record HotlineView(
            long id,
            String code,
            HotlineRequest.Type type,
            String unit,
            OffsetDateTime askedAt,
            String answer,
            OffsetDateTime answeredAt) {}

    /** The answer to whoever has the code; nothing of who asked. */
    record HotlineAnswerView(
            HotlineRequest.Type type,
            String typeName,
            String unitName,
            OffsetDateTime askedAt,
            String answer,
            OffsetDateTime answeredAt) {}

    @PostMapping("/regions/{region}/hotline")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "热线诉求",
            description =
                    "咨询、投诉、求助和在线办理指导；由所涉事项的单位答复，投诉和未指明事项的由信用牵头部门办理。门户和窗口可代为提出；"
                            + "申请人凭手机验证码或统一身份认证自行提出的，mobile 须为所核验的手机")
    HotlineView ask(@PathVariable RegionCode region, @RequestBody HotlineForm form) {
        Account account = access.requireReached(region, form.mobile(), Role.PORTAL, Role.WINDOW);
        String group = null;
        if (account.proof() == null) {
            Region served = catalog.region(region);
            boolean byPortal = account.groups().contains(served.portal());
            group = byPortal ? served.portal() : account.windowIn(served).orElseThrow();
        }
        String asking = group;
        return bound.within(
                account,
                new Bounded(
                        "mobile",
                        "提出 %d 件诉求",
                        since -> hotline.countSince(account.name(), since),
                        "拨打热线"),
                () -> views.hotline(hotline.ask(region, form, account.name(), asking)));
    }

    @GetMapping("/hotline/{code}")
    @Operation(summary = "凭查询码查看答复", description = "查询码随诉求的应答给出；应答不含提出人的姓名、手机和诉求内容")
    @SecurityRequirements
    HotlineAnswerView hotlineAnswer(@PathVariable String code) {
        HotlineRequest request = hotline.byCode(code);
        return views.hotlineAnswer(request, catalog.region(request.region()));
    }

    @GetMapping("/regions/{region}/hotline/{id}")
    @Operation(summary = "热线诉求的答复")
    HotlineView request(@PathVariable RegionCode region, @PathVariable long id) {
        Account account =
                access.require(region, Role.PORTAL, Role.WINDOW, Role.UNIT, Role.SUPERVISOR);
        HotlineRequest request = hotline.byId(id);
        if (!request.region().equals(region)) {
            throw RefusedException.notFound("id", "无此热线诉求：" + id);
        }
        if (!mayRead(request, account, catalog.region(region))) {
            throw RefusedException.forbidden("只有答复单位、提交诉求的窗口或门户和督查人员可以查看");
        }
        return views.hotline(request);
    }

    /**
     * A portal's accounts do not know of each other; a window's clerks stand in for one another.
     */
    private static boolean mayRead(HotlineRequest request, Account account, Region region) {
        boolean asked =
                request.asked().askedGroup() != null
                        && account.groups().contains(request.asked().askedGroup())
                        && (region.windows().containsKey(request.asked().askedGroup())
                                || account.name().equals(request.asked().askedBy()));
        return asked
                || account.unitsIn(region).contains(request.unit())
                || account.plays(region, Set.of(Role.SUPERVISOR));
    }
}
