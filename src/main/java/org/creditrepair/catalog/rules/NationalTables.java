package org.creditrepair.catalog.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The tables of national rules about the paths (全国性规定). */
public final class NationalTables {

    /** 办理时限. */
    public static final RuleTable<PathOnDay, Limits> LIMITS =
            new RuleTable<>("limits", PathOnDay.class, Limits.class);

    /** 名单公示期限. */
    public static final RuleTable<ListingFacts, Period> PERIODS =
            new RuleTable<>("listing-display-period", ListingFacts.class, Period.class);

    /** 修复条件. */
    public static final RuleTable<PathOnDay, Condition> CONDITIONS =
            new RuleTable<>("conditions", PathOnDay.class, Condition.class);

    /** 申请材料. */
    public static final RuleTable<MaterialFacts, Paper> MATERIALS =
            new RuleTable<>("materials", MaterialFacts.class, Paper.class);

    /** 依据文件. */
    public static final RuleTable<PathOnDay, Basis> BASIS =
            new RuleTable<>("legal-basis", PathOnDay.class, Basis.class);

    /** 上级主管单位. */
    public static final RuleTable<RecordFacts, Superior> SUPERIOR =
            new RuleTable<>("superior-unit", RecordFacts.class, Superior.class);

    /** 登记地推送. */
    public static final RuleTable<PathOnDay, Elsewhere> ELSEWHERE =
            new RuleTable<>("registered-elsewhere", PathOnDay.class, Elsewhere.class);

    /** 平台同步时限. */
    public static final RuleTable<PushFacts, PlatformLimit> PLATFORM_LIMITS =
            new RuleTable<>("platform-limit", PushFacts.class, PlatformLimit.class);

    private NationalTables() {}

    /** A row that says something of a part of the rules. */
    interface Stated {

        @Nullable Effect effect();

        @Nullable String source();
    }

    /** A path on a day. */
    public record PathOnDay(String path, LocalDate day) {}

    /** A path on a day, for facts of a field; null for any. */
    public record ListingFacts(String path, LocalDate day, @Nullable String field) {}

    /** An application on a day; null parts where only the path is asked about. */
    public record MaterialFacts(
            String path, LocalDate day, @Nullable Boolean agent, @Nullable String ground) {}

    /** The path and category of a record. */
    public record RecordFacts(String path, String category) {}

    /**
     * A push: its event, the category of its record, and whether it goes to the site of the
     * province of registration.
     */
    public record PushFacts(String event, String category, boolean registration) {}

    /** Whether the province of registration is told of what was decided in another. */
    public record Elsewhere(boolean told, @Nullable String source) {}

    /**
     * Within how many working days a platform follows.
     *
     * @param workingDays null where no national rule says so
     * @param regional whether the limit of the region's document holds
     */
    public record PlatformLimit(
            @Nullable Integer workingDays, boolean regional, @Nullable String source) {}

    /** Working days of each step; null where nothing is said. */
    public record Limits(
            @Nullable Integer acceptWorkingDays,
            @Nullable Integer decideWorkingDays,
            @Nullable Integer publishWorkingDays,
            @Nullable Effect effect,
            @Nullable String source)
            implements Stated {}

    /** Months of display; null where nothing is said. */
    public record Period(
            @Nullable Integer earliestMonths,
            @Nullable Integer fullTermMonths,
            @Nullable Effect effect,
            @Nullable String source)
            implements Stated {}

    /** A condition of repair. */
    public record Condition(String condition, @Nullable Effect effect, @Nullable String source)
            implements Stated {}

    /** A document that is called for. */
    public record Paper(
            String code,
            String name,
            boolean required,
            boolean shared,
            @Nullable Effect effect,
            @Nullable String source)
            implements Stated {}

    /** A document that rules are based on, and the one that it replaces. */
    public record Basis(@Nullable String basis, @Nullable String replaces) {}

    /**
     * What the superior of the deciding unit does.
     *
     * @param reportsUpward whether it is told of listings
     * @param procedure that it has laid down; null for none
     */
    public record Superior(boolean reportsUpward, @Nullable String procedure) {}
}
