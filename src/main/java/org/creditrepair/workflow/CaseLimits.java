package org.creditrepair.workflow;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.creditrepair.application.Applications;
import org.creditrepair.application.CaseFile;
import org.creditrepair.application.CaseItem;
import org.creditrepair.application.CaseKey;
import org.creditrepair.application.Consultation;
import org.creditrepair.application.Consultations;
import org.creditrepair.application.CorrectionDeadline;
import org.creditrepair.application.Stage;
import org.creditrepair.application.StageRecord;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.calendar.LimitText;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.ItemRules;
import org.creditrepair.catalog.ListAdjustments;
import org.creditrepair.catalog.RegionPlatform;
import org.creditrepair.registry.DisplayReviews;
import org.creditrepair.sharing.SharingProperties;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.Reference;
import org.springframework.stereotype.Component;

/**
 * The limits the models ask for, as text in working days. They are those in force on the day on
 * which the stage begins.
 */
@Component("limits")
public class CaseLimits implements CorrectionDeadline {

    private final Applications applications;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final WorkflowProperties properties;
    private final WorkingCalendars calendars;
    private final DisplayReviews reviews;
    private final ListAdjustments adjustments;
    private final SharingProperties sharing;
    private final Consultations consultations;

    public CaseLimits(
            Applications applications,
            Catalog catalog,
            BusinessClock clock,
            WorkflowProperties properties,
            WorkingCalendars calendars,
            DisplayReviews reviews,
            ListAdjustments adjustments,
            SharingProperties sharing,
            Consultations consultations) {
        this.consultations = consultations;
        this.sharing = sharing;
        this.reviews = reviews;
        this.adjustments = adjustments;
        this.applications = applications;
        this.catalog = catalog;
        this.calendars = calendars;
        this.clock = clock;
        this.properties = properties;
    }

    /** 受理时限. */
    public String acceptance(String region, String item) {
        return limit(rules(region, item).acceptWorkingDays(), region).toString();
    }

    /** 受理预警. */
    public String acceptanceWarning(String region, String item) {
        return LimitText.parse(acceptance(region, item)).warning().toString();
    }

    /**
     * 审核决定时限, from the day of acceptance, however many tasks it is shared by; from the first day
     * where the unit acts of its own motion.
     */
    public String decision(String caseKey) {
        return decisionLimit(caseKey).toString();
    }

    /** 审核决定预警. */
    public String decisionWarning(String caseKey) {
        return decisionLimit(caseKey).warning().toString();
    }

    /**
     * 整体时限: of paths without an acceptance of its own, where everything is to be done within the
     * limit of the decision, from the day of receipt or of the correction handed in.
     */
    public String whole(String caseKey) {
        return wholeLimit(caseKey).toString();
    }

    /** 整体时限预警. */
    public String wholeWarning(String caseKey) {
        return wholeLimit(caseKey).warning().toString();
    }

    private LimitText wholeLimit(String caseKey) {
        CaseKey key = CaseKey.parse(caseKey);
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        LocalDate received =
                item.stages().stream()
                        .filter(stage -> stage.stage() == Stage.ACCEPTANCE)
                        .filter(stage -> stage.outcome() != Outcome.CORRECT)
                        .map(stage -> stage.startedAt().toLocalDate())
                        .reduce((first, last) -> last)
                        .orElse(clock.today());
        String region = file.region().value();
        ItemRules rules = catalog.item(region, item.itemCode()).on(received);
        return limit(rules.decideWorkingDays(), region, pausedSince(item, received)).from(received);
    }

    /** For how many working days the clock of a case stood still (中止) since a day. */
    private static int pausedSince(CaseItem item, LocalDate day) {
        return item.stages().stream()
                .filter(stage -> !stage.startedAt().toLocalDate().isBefore(day))
                .mapToInt(StageRecord::addedDays)
                .sum();
    }

    private LimitText decisionLimit(String caseKey) {
        CaseKey key = CaseKey.parse(caseKey);
        CaseFile file = applications.byNumber(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        LocalDate accepted =
                item.stages().stream()
                        .filter(stage -> stage.stage() == Stage.ACCEPTANCE)
                        .map(StageRecord::endedAt)
                        .filter(Objects::nonNull)
                        .map(OffsetDateTime::toLocalDate)
                        .reduce((first, last) -> last)
                        .orElse(file.submittedAt().toLocalDate());
        String region = file.region().value();
        ItemRules rules = catalog.item(region, item.itemCode()).on(accepted);
        int paused =
                item.stages().stream()
                        .filter(stage -> stage.stage() != Stage.ACCEPTANCE)
                        .mapToInt(StageRecord::addedDays)
                        .sum();
        return limit(rules.decideWorkingDays(), region, paused).from(accepted);
    }

    /** 补正期限. */
    public String correction(String region) {
        return LimitText.deadline(properties.correctionWorkingDays(), region).toString();
    }

    /** 公示复核、撤销修复、名单调整的办理时限: no rule sets one, so the operator's own holds. */
    public String matter(String region) {
        return LimitText.deadline(properties.stageWorkingDays(), region).toString();
    }

    /** 其预警. */
    public String matterWarning(String region) {
        return LimitText.deadline(properties.stageWorkingDays(), region).warning().toString();
    }

    /** 会办期限: what was agreed when the opinion was asked for. */
    public String consultation(String reference) {
        return asked(reference).toString();
    }

    /** 会办预警. */
    public String consultationWarning(String reference) {
        return asked(reference).warning().toString();
    }

    private LimitText asked(String reference) {
        Consultation asked =
                consultations.byId(Reference.number(Reference.CONSULTATION, reference));
        return LimitText.deadline(asked.workingDays(), asked.region().value());
    }

    /** Whether today is a working day of the nation. */
    public boolean isWorkingDay() {
        return calendars.national().isWorkingDay(clock.today());
    }

    /** Whether today is the month's first working day. */
    public boolean isFirstWorkingDayOfMonth() {
        LocalDate today = clock.today();
        return today.withDayOfMonth(1)
                .datesUntil(today)
                .noneMatch(day -> calendars.national().isWorkingDay(day));
    }

    /** When a shielded record is to be reassessed, as a moment. */
    public String reassessment(String reference) {
        return startOf(reviews.byId(Reference.number(Reference.REVIEW, reference)).reviewOn());
    }

    /** When a confirmed change of a list takes effect, as a moment. */
    public String effect(String reference) {
        return startOf(
                adjustments.byId(Reference.number(Reference.ADJUSTMENT, reference)).effectiveOn());
    }

    private static String startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** 同步时限: for the platforms to follow a listing's removal. */
    public String sharing(String region, String item) {
        Integer limit = rules(region, item).publishWorkingDays();
        return LimitText.deadline(limit == null ? properties.sharingWorkingDays() : limit, region)
                .toString();
    }

    /** 平台同步时限: for one platform to follow whatever it is told of. */
    public String platform(String region, String platform) {
        Integer limit =
                catalog.region(region)
                        .platform(platform)
                        .map(RegionPlatform::limitWorkingDays)
                        .orElse(null);
        return LimitText.deadline(limit == null ? properties.sharingWorkingDays() : limit, region)
                .toString();
    }

    /** 催询间隔: how long a receipt is waited for before it is asked for, as a duration. */
    public String receiptPause() {
        return sharing.receiptPause().toString();
    }

    @Override
    public OffsetDateTime correctionEnd(String region) {
        return end(region, correction(region));
    }

    /** When the platforms must have followed a removal that is decided now. */
    public OffsetDateTime sharingEnd(String region, String item) {
        return end(region, sharing(region, item));
    }

    private OffsetDateTime end(String region, String limit) {
        return BusinessClock.at(
                calendars.of(region).moment(clock.instant(), LimitText.parse(limit)));
    }

    /** Where no rule sets a limit, the operator's own holds, so that no case is forgotten. */
    private LimitText limit(Integer workingDays, String region) {
        return limit(workingDays, region, 0);
    }

    private LimitText limit(Integer workingDays, String region, int more) {
        return LimitText.deadline(
                (workingDays == null ? properties.stageWorkingDays() : workingDays) + more, region);
    }

    private ItemRules rules(String region, String item) {
        return catalog.item(region, item).on(clock.today());
    }
}
