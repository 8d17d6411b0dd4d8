package org.creditrepair.workflow.limits;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Stage;
import org.creditrepair.application.model.StageRecord;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.CorrectionDeadline;
import org.creditrepair.application.progress.ResponsibleUnits;
import org.creditrepair.calendar.DeadlineText;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.ItemRules;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.catalog.rules.NationalTables;
import org.creditrepair.catalog.rules.NationalTables.PlatformLimit;
import org.creditrepair.catalog.rules.NationalTables.PushFacts;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.sharing.ledger.Push;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.task.Outcome;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.WorkflowProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes the limit of a stage when it begins, as text in working days, by the rules in force on
 * that day.
 */
@Component
public class CaseLimits implements CorrectionDeadline {

    private final Applications applications;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final WorkflowProperties properties;
    private final WorkingCalendars calendars;
    private final ResponsibleUnits responsible;
    private final PushLedger ledger;
    private final RecordRegister register;
    private final RuleTables tables;

    public CaseLimits(
            Applications applications,
            Catalog catalog,
            BusinessClock clock,
            WorkflowProperties properties,
            WorkingCalendars calendars,
            ResponsibleUnits responsible,
            PushLedger ledger,
            RecordRegister register,
            RuleTables tables) {
        this.tables = tables;
        this.ledger = ledger;
        this.register = register;
        this.responsible = responsible;
        this.applications = applications;
        this.catalog = catalog;
        this.calendars = calendars;
        this.clock = clock;
        this.properties = properties;
    }

    /** 受理时限; where another office reviewed first, from the day of receipt. */
    public String acceptance(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        DeadlineText limit =
                limit(rules(file.region(), item.itemCode()).acceptWorkingDays(), file.region());
        boolean firstOf =
                item.stages().stream()
                        .map(StageRecord::stage)
                        .allMatch(stage -> stage == Stage.VERIFICATION);
        return (firstOf && !item.stages().isEmpty()
                        ? limit.from(file.filing().submittedAt().toLocalDate())
                        : limit)
                .toString();
    }

    /** 初审时限: of the office that reviews before the unit that accepts, inside its limit. */
    public String preliminary(RegionCode region, String item) {
        return DeadlineText.deadline(
                        responsible.preliminaryWorkingDays(catalog.item(region, item)), region)
                .toString();
    }

    /**
     * 审核决定时限, from the day of acceptance, however many tasks it is shared by; from the first day
     * where the unit acts of its own motion.
     */
    public String decision(CaseKey key) {
        return decisionLimit(key).toString();
    }

    /**
     * 整体时限: of paths without an acceptance of its own, where everything is to be done within the
     * limit of the decision, from the day of receipt or of the correction handed in.
     */
    public String whole(CaseKey key) {
        return wholeLimit(key).toString();
    }

    private DeadlineText wholeLimit(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        LocalDate received =
                item.stages().stream()
                        .filter(stage -> stage.stage() == Stage.ACCEPTANCE)
                        .filter(stage -> stage.end().outcome() != Outcome.CORRECT)
                        .map(stage -> stage.startedAt().toLocalDate())
                        .reduce((first, last) -> last)
                        .orElse(clock.today());
        RegionCode region = file.region();
        ItemRules rules = catalog.item(region, item.itemCode()).on(received);
        return limit(rules.decideWorkingDays(), region, pausedSince(item, received)).from(received);
    }

    /** For how many working days the clock of a case stood still (中止) since a day. */
    private static int pausedSince(CaseItem item, LocalDate day) {
        return item.stages().stream()
                .filter(stage -> !stage.startedAt().toLocalDate().isBefore(day))
                .mapToInt(one -> one.limit().addedDays())
                .sum();
    }

    private DeadlineText decisionLimit(CaseKey key) {
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        LocalDate accepted =
                item.stages().stream()
                        .filter(stage -> stage.stage() == Stage.ACCEPTANCE)
                        .map(one -> one.end().endedAt())
                        .filter(Objects::nonNull)
                        .map(OffsetDateTime::toLocalDate)
                        .reduce((first, last) -> last)
                        .orElse(file.filing().submittedAt().toLocalDate());
        RegionCode region = file.region();
        ItemRules rules = catalog.item(region, item.itemCode()).on(accepted);
        int paused =
                item.stages().stream()
                        .filter(stage -> stage.stage() != Stage.ACCEPTANCE)
                        .mapToInt(one -> one.limit().addedDays())
                        .sum();
        return limit(rules.decideWorkingDays(), region, paused).from(accepted);
    }

    /** 补正期限. */
    public String correction(RegionCode region) {
        return DeadlineText.deadline(properties.correctionWorkingDays(), region).toString();
    }

    /** 陈述、申辩期限. */
    public String statement(RegionCode region) {
        return DeadlineText.deadline(DisplayReviews.STATEMENT_WORKING_DAYS, region).toString();
    }

    /** 公示复核、撤销修复、名单调整的办理时限: no rule sets one, so the operator's own holds. */
    public String matter(RegionCode region) {
        return DeadlineText.deadline(properties.stageWorkingDays(), region).toString();
    }

    /** 同步时限: for the platforms to follow a listing's removal. */
    public String sharing(RegionCode region, String item) {
        Integer limit = rules(region, item).publishWorkingDays();
        return DeadlineText.deadline(
                        limit == null ? properties.sharingWorkingDays() : limit, region)
                .toString();
    }

    /**
     * 平台同步时限: for one platform to follow what it is told of in a sharing, by the table {@code
     * platform-limit}.
     */
    public String platform(RegionCode region, String sharingNo, String platform) {
        Integer limit =
                ledger.firstOf(sharingNo)
                        .flatMap(push -> platformLimit(region, push, platform))
                        .orElse(null);
        return DeadlineText.deadline(
                        limit == null ? properties.sharingWorkingDays() : limit, region)
                .toString();
    }

    private Optional<Integer> platformLimit(RegionCode region, Push push, String platform) {
        if (push.content().recordNo() == null) {
            return Optional.empty();
        }
        DishonestyRecord record = register.find(region, push.content().recordNo()).orElseThrow();
        PlatformLimit limit =
                tables.row(
                        NationalTables.PLATFORM_LIMITS,
                        new PushFacts(
                                push.content().event().text(),
                                record.category().text(),
                                platform.equals(RegionPlatform.REGISTRATION)));
        return limit.regional()
                ? catalog.region(region).platform(platform).map(RegionPlatform::limitWorkingDays)
                : Optional.ofNullable(limit.workingDays());
    }

    @Override
    public OffsetDateTime correctionEnd(RegionCode region) {
        return end(region, correction(region));
    }

    /**
     * 告知书送达时限: the paper goes with the decision; the operator's own limit is for what is missed.
     */
    public String service(RegionCode region) {
        return DeadlineText.deadline(properties.serviceWorkingDays(), region).toString();
    }

    /** When the platforms must have followed a removal that is decided now. */
    public OffsetDateTime sharingEnd(RegionCode region, String item) {
        return end(region, sharing(region, item));
    }

    private OffsetDateTime end(RegionCode region, String limit) {
        return BusinessClock.at(
                calendars.forRegion(region).moment(clock.instant(), DeadlineText.parse(limit)));
    }

    /** Where no rule sets a limit, the operator's own holds, so that no case is forgotten. */
    private DeadlineText limit(@Nullable Integer workingDays, RegionCode region) {
        return limit(workingDays, region, 0);
    }

    private DeadlineText limit(@Nullable Integer workingDays, RegionCode region, int more) {
        return DeadlineText.deadline(
                (workingDays == null ? properties.stageWorkingDays() : workingDays) + more, region);
    }

    private ItemRules rules(RegionCode region, String item) {
        return catalog.item(region, item).on(clock.today());
    }
}
