package org.creditrepair.web.application;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.application.model.ApplicationStatus;
import org.creditrepair.application.model.ItemResult;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.model.Material;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RulePart;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.record.Ground;
import org.jspecify.annotations.Nullable;

/** The answers of the REST interface. */
public final class Views {

    private Views() {}

    public record RegionView(String code, String name, Region.Level level, String source) {}

    public record UnitView(String code, String name) {}

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
            String nationalSite) {}

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

    record MaterialView(String id, String sha256, long size, String contentType) {}

    record SubmissionView(String applicationNo, String progressCode, List<ItemStateView> items) {}

    record ItemStateView(
            int itemNo,
            String item,
            String recordNo,
            ItemStatus status,
            ItemResult result,
            String resultReason,
            SlaStatus sla,
            List<StageView> stages,
            Ground ground,
            String earlierCase,
            List<RuleView> rules) {}

    /** A rule that was applied, chosen by a day of the case. */
    record RuleView(
            RulePart part, String name, LocalDate pinnedOn, String content, String source) {}

    record StageView(
            Stage stage,
            String name,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            Boolean certain,
            OffsetDateTime endedAt,
            String outcome,
            String remark,
            SlaStatus sla) {}

    record PersonView(String name, String mobile) {}

    record SubjectView(String type, String name, String uscc, @Nullable String address) {}

    record ApplicationView(
            String applicationNo,
            String region,
            String progressCode,
            ApplicationStatus status,
            SlaStatus sla,
            String channel,
            SubjectView subject,
            PersonView contact,
            PersonView agent,
            OffsetDateTime submittedAt,
            OffsetDateTime closedAt,
            List<ItemStateView> items) {}

    /** Progress for anybody who has the code: nothing personal in it. */
    record ProgressView(
            ApplicationStatus status,
            SlaStatus sla,
            OffsetDateTime submittedAt,
            OffsetDateTime closedAt,
            List<ProgressItemView> items) {}

    record ProgressItemView(
            int itemNo,
            String name,
            ItemStatus status,
            String statusText,
            ItemResult result,
            String resultText,
            SlaStatus sla,
            List<ProgressStageView> stages,
            List<RuleView> rules) {}

    record ProgressStageView(
            Stage stage,
            String name,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            Boolean certain,
            OffsetDateTime endedAt,
            String outcome,
            SlaStatus sla) {}

    public record BreachView(
            @Nullable String applicationNo,
            @Nullable Integer itemNo,
            String reference,
            Stage stage,
            String unitGroup,
            OffsetDateTime dueAt,
            OffsetDateTime breachedAt) {}

    public record SweepView(String step, OffsetDateTime at, int done, int failed, String detail) {}

    public record DeadlineView(LocalDate deadline, boolean certain) {}

    public record DayView(LocalDate date, boolean working, String name) {}
}
