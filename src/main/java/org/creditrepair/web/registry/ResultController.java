package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.collection.RecordCollection;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.recognition.ExternalResultForm;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.Senders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}")
@Tag(name = "结果互认", description = "他处决定的修复、列入、移出，决定被撤销或确认无效")
class ResultController {

    private final ExternalResults results;
    private final Catalog catalog;
    private final RegionAccess access;
    private final RegistryViewMapper views;

    ResultController(
            ExternalResults results,
            Catalog catalog,
            RegionAccess access,
            RegistryViewMapper views) {
        this.results = results;
        this.catalog = catalog;
        this.access = access;
        this.views = views;
    }

    /** What became of a delivered result. */
    record ResultView(String recordNo, String message) {}

    @PostMapping("/results")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "结果互认",
            description =
                    "他处决定的修复、列入或移出：核对后采信一次，并同步至其余平台；与本平台矛盾或次序颠倒的，由认定单位核对。重复报送不重复处理。"
                            + "决定被撤销或确认无效的报 ANNULLED 并说明理由，3 个工作日内从各平台撤回公示")
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
        return Senders.of(access.require(region, Role.UNIT, Role.PLATFORM), catalog.region(region));
    }

    private RowResult answered(
            RegionCode region, @Nullable ExternalResultForm form, Sender sender) {
        if (form == null) {
            return RowResult.rejected(null, List.of(Violation.required("results")));
        }
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
}
