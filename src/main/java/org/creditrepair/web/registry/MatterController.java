package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.ListAdjustment;
import org.creditrepair.catalog.ListAdjustmentForm;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.hotline.Hotline;
import org.creditrepair.hotline.HotlineForm;
import org.creditrepair.hotline.HotlineRequest;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.collection.RecordCollection;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.recognition.ExternalResultForm;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.registry.review.DisplayReviews.StatementForm;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.CaseAccess;
import org.creditrepair.web.shared.Senders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}")
@Tag(name = "撤销、互认、名单与热线", description = "撤销修复、结果互认、名单动态调整、热线诉求")
class MatterController {

    private final DisplayReviews reviews;
    private final ExternalResults results;
    private final ListAdjustments adjustments;
    private final Hotline hotline;
    private final Catalog catalog;
    private final RegionAccess access;
    private final Applications applications;
    private final CaseAccess cases;
    private final RegistryViewMapper views;

    MatterController(
            DisplayReviews reviews,
            ExternalResults results,
            ListAdjustments adjustments,
            Hotline hotline,
            Catalog catalog,
            RegionAccess access,
            Applications applications,
            CaseAccess cases,
            RegistryViewMapper views) {
        this.views = views;
        this.reviews = reviews;
        this.results = results;
        this.adjustments = adjustments;
        this.hotline = hotline;
        this.catalog = catalog;
        this.access = access;
        this.applications = applications;
        this.cases = cases;
    }

    /** What a unit says against a repair. */
    record RevocationForm(String reason) {}

    record RevocationView(long id, String recordNo, String reason) {}

    record AdjustmentView(
            long id,
            ListAdjustment.@Nullable Kind kind,
            String item,
            String name,
            LocalDate effectiveOn,
            String reason,
            String filedBy,
            ListAdjustment.Status status,
            @Nullable String remark) {}

    record HotlineView(
            long id,
            HotlineRequest.Type type,
            String unit,
            OffsetDateTime askedAt,
            String answer,
            OffsetDateTime answeredAt) {}

    @PostMapping("/records/{recordNo}/revocation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "提出撤销修复", description = "发现修复时承诺不实或材料虚假的，由认定单位提出并审查；撤销的恢复公示，并在规定期限内不再受理")
    RevocationView revoke(
            @PathVariable RegionCode region,
            @PathVariable String recordNo,
            @RequestBody RevocationForm form) {
        Account account = access.require(region, Role.UNIT);
        DisplayReview review =
                reviews.askForRevocation(
                        catalog.region(region).code(),
                        recordNo,
                        form.reason(),
                        sender(account, region));
        return new RevocationView(review.id(), review.recordNo(), review.question().reason());
    }

    @PostMapping("/records/{recordNo}/revocation/statement")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "撤销修复的陈述、申辩",
            description = "当事人自告知拟撤销之日起 5 个工作日内通过申请修复的门户或任一窗口提交一次，可以要求听证；提交或期满后由认定单位审查")
    RevocationView state(
            @PathVariable RegionCode region,
            @PathVariable String recordNo,
            @RequestBody StatementForm form) {
        Account account = access.require(region, Role.PORTAL, Role.WINDOW);
        if (account.windowIn(catalog.region(region)).isEmpty()) {
            applications.lastAbout(region, recordNo).ifPresent(cases::requireSubmitter);
        }
        DisplayReview review =
                reviews.state(catalog.region(region).code(), recordNo, form, account.name());
        return new RevocationView(review.id(), review.recordNo(), review.question().reason());
    }

    /** What became of a delivered result. */
    record ResultView(String recordNo, String message) {}

    @PostMapping("/results")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "结果互认",
            description = "他处决定的修复、列入或移出：核对后采信一次，并同步至其余平台；与本平台矛盾或次序颠倒的，由认定单位核对。重复报送不重复处理")
    ResultView receive(@PathVariable RegionCode region, @RequestBody ExternalResultForm form) {
        results.receive(region, form, deliverer(region));
        return new ResultView(form.recordNo(), "已接收");
    }

    @PostMapping("/results/batch")
    @Operation(
            summary = "结果互认（成批）",
            description =
                    "一批 1 至 1000 条，逐条应答，有误的不影响其余。认定单位报送自己决定、尚无平台公示的移出，platform 填 unit；平台账号只报送本平台的结果")
    RegistryViews.CollectionView receive(
            @PathVariable RegionCode region, @RequestBody List<ExternalResultForm> forms) {
        Sender sender = deliverer(region);
        if (forms.isEmpty() || forms.size() > RecordCollection.MAX_ROWS) {
            throw RefusedException.invalid("results", "SIZE", "一批须有 1 至 1000 条，请分批报送");
        }
        List<RowResult> rows = forms.stream().map(form -> answered(region, form, sender)).toList();
        long rejected =
                rows.stream().filter(row -> row.status() == RowResult.Status.REJECTED).count();
        return new RegistryViews.CollectionView(rows.size() - rejected, rejected, views.rows(rows));
    }

    private Sender deliverer(RegionCode region) {
        return sender(access.require(region, Role.UNIT, Role.PLATFORM), region);
    }

    private Sender sender(Account account, RegionCode region) {
        return Senders.of(account, catalog.region(region));
    }

    private RowResult answered(RegionCode region, ExternalResultForm form, Sender sender) {
        try {
            boolean fresh = results.receive(region, form, sender).isPresent();
            return new RowResult(
                    form.recordNo(),
                    fresh ? RowResult.Status.ACCEPTED : RowResult.Status.DUPLICATE,
                    List.of());
        } catch (RefusedException e) {
            return new RowResult(form.recordNo(), RowResult.Status.REJECTED, e.violations());
        }
    }

    @PostMapping("/list-adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "名单调整报备", description = "名单设列、调整或取消，须在生效前至少一个月报备；信用牵头部门确认后，到生效之日自动生效")
    AdjustmentView adjust(@PathVariable RegionCode region, @RequestBody ListAdjustmentForm form) {
        Account account = access.require(region, Role.UNIT);
        return views.adjustment(
                adjustments.file(
                        region, form, account.name(), account.unitsIn(catalog.region(region))));
    }

    @GetMapping("/list-adjustments")
    @Operation(summary = "名单调整台账")
    List<AdjustmentView> adjustments(@PathVariable RegionCode region) {
        access.require(region, Role.UNIT, Role.SUPERVISOR);
        return adjustments.findByRegion(catalog.region(region).code()).stream()
                .map(views::adjustment)
                .toList();
    }

    @PostMapping("/hotline")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "热线诉求", description = "咨询、投诉、求助和在线办理指导；由所涉事项的单位答复，投诉和未指明事项的由信用牵头部门办理")
    HotlineView ask(@PathVariable RegionCode region, @RequestBody HotlineForm form) {
        Account account = access.require(region, Role.PORTAL, Role.WINDOW);
        Region served = catalog.region(region);
        boolean byPortal = account.groups().contains(served.portal());
        return views.hotline(
                hotline.ask(
                        region,
                        form,
                        account.name(),
                        byPortal ? served.portal() : account.windowIn(served).orElseThrow()));
    }

    @GetMapping("/hotline/{id}")
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
