package org.creditrepair.web.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.collection.RecordCollection;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.DeliveredRow;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.ProblemAdvice;
import org.creditrepair.web.shared.Senders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/records")
@Tag(name = "地区")
class RecordController {

    private final Catalog catalog;
    private final RecordCollection collection;
    private final RegionAccess access;
    private final RegistryViewMapper views;
    private final ObjectMapper json;

    RecordController(
            Catalog catalog,
            RecordCollection collection,
            RegionAccess access,
            RegistryViewMapper views,
            ObjectMapper json) {
        this.catalog = catalog;
        this.collection = collection;
        this.access = access;
        this.views = views;
        this.json = json;
    }

    @PostMapping
    @Operation(summary = "归集失信信息", description = "请求体为失信信息数组，或 {\"records\": [...]}；逐条应答，有误的不影响其余")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    CollectedRecord.class))))
    RegistryViews.CollectionView collect(
            @PathVariable RegionCode region, @RequestBody JsonNode body) {
        Account sender = access.require(region, Role.UNIT);
        List<RowResult> results =
                collection.collect(region, rows(body), Senders.of(sender, catalog.region(region)));
        long rejected =
                results.stream().filter(row -> row.status() == RowResult.Status.REJECTED).count();
        return new RegistryViews.CollectionView(
                results.size() - rejected, rejected, views.rows(results));
    }

    private List<DeliveredRow> rows(JsonNode body) {
        JsonNode rows = body.isObject() && body.has("records") ? body.get("records") : body;
        if (rows.isObject()) {
            return List.of(row(rows));
        }
        if (!rows.isArray()) {
            throw RefusedException.invalid("records", "MALFORMED", "须为失信信息数组，各字段类型见接口文档");
        }
        List<DeliveredRow> records = new ArrayList<>(rows.size());
        rows.forEach(row -> records.add(row(row)));
        return records;
    }

    private DeliveredRow row(JsonNode row) {
        try {
            return DeliveredRow.of(json.treeToValue(row, CollectedRecord.class));
        } catch (JsonMappingException e) {
            return DeliveredRow.unreadable(ProblemAdvice.field(e, "record"), ProblemAdvice.told(e));
        } catch (JsonProcessingException e) {
            return DeliveredRow.of(null);
        }
    }
}
