package org.creditrepair.web.registry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.model.Level;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.problem.Violation;
import org.creditrepair.web.application.ApplicationViews.SubjectView;
import org.creditrepair.web.mapping.UnitView;
import org.jspecify.annotations.Nullable;

/** Answers about regions, items and records. */
public final class RegistryViews {

    private RegistryViews() {}

    public record RegionView(String code, String name, Level level, String source) {}

    public record ItemView(
            String code,
            String name,
            String path,
            RecordCategory category,
            List<UnitView> units,
            Integer acceptWorkingDays,
            Integer decideWorkingDays,
            Integer publishWorkingDays,
            Integer earliestMonths,
            Integer fullTermMonths,
            List<Material> materials,
            List<String> conditions,
            List<String> channels,
            String phone,
            List<String> basis,
            List<SourceView> sources,
            String nationalSite,
            @Nullable String awaits) {}

    /** Where a part of an item's rules comes from. */
    record SourceView(RulePart part, String name, List<String> sources) {}

    public record RecordView(
            String recordNo,
            RecordCategory category,
            String item,
            String subjectName,
            String documentNo,
            String authority,
            LocalDate decidedOn,
            List<String> penaltyTypes,
            String field,
            boolean eligible,
            LocalDate eligibleFrom,
            List<String> reasons,
            LocalDate displayUntil,
            String displayRule) {}

    record AdviceView(
            String recordNo,
            String documentNo,
            String item,
            String itemName,
            boolean eligible,
            LocalDate eligibleFrom,
            List<String> reasons,
            LocalDate displayUntil,
            UnitView unit,
            List<String> channels,
            String phone,
            Integer acceptWorkingDays,
            Integer decideWorkingDays,
            List<String> conditions,
            List<Material> toHandIn,
            List<Material> fetchedByUnit,
            String nationalSite) {}

    /** A joint application filled in as far as the records tell; the rest is the applicant's. */
    record PrefilledItem(String item, String recordNo, List<PrefilledMaterial> materials) {}

    record PrefilledMaterial(@Nullable String code) {}

    record PrefilledApplication(SubjectView subject, List<PrefilledItem> items) {}

    public record GuidanceView(
            List<AdviceView> now,
            List<AdviceView> later,
            List<AdviceView> notPossible,
            @Nullable PrefilledApplication application) {}

    record RowView(String recordNo, String status, List<Violation> errors) {}

    public record CollectionView(long accepted, long rejected, List<RowView> rows) {}

    public record BreachView(
            @Nullable String applicationNo,
            @Nullable Integer itemNo,
            String reference,
            Stage stage,
            String unitGroup,
            OffsetDateTime dueAt,
            OffsetDateTime breachedAt) {}

    public record SweepView(String step, OffsetDateTime at, int done, int failed, String detail) {}
}
