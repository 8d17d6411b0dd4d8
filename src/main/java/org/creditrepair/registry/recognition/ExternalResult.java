package org.creditrepair.registry.recognition;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.vocabulary.Labelled;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A result that was decided elsewhere and comes in (结果互认).
 *
 * @param platform code of the platform that already shows it, or {@link #UNIT}
 * @param sender account that delivered it
 * @param doubt why a person has to look at it; null if nobody has
 * @param content of a correction, the whole row as JSON; of an annulment, its reasons; else null
 */
public record ExternalResult(
        long id,
        RegionCode region,
        String recordNo,
        String platform,
        Decision decision,
        String sender,
        @Nullable String doubt,
        @Nullable String content) {

    /**
     * The decision made elsewhere.
     *
     * @param decidedOn day on which it was decided there
     * @param documentNo number of the decision
     */
    public record Decision(Event event, LocalDate decidedOn, String documentNo) {}

    /** Stands for the unit itself where no platform shows the result yet (数据源单位). */
    public static final String UNIT = "unit";

    /** The decision made elsewhere. */
    public enum Event implements Labelled {
        /** 已修复. */
        REPAIRED("已修复"),
        /** 已列入或恢复公示. */
        LISTED("已列入或恢复公示"),
        /** 已移出. */
        REMOVED("已移出"),
        /** 决定被撤销或确认无效 (行政处罚法第四十八条). */
        ANNULLED("决定被撤销或确认无效"),
        /** 更正: would end or shorten the display, so that a person has to agree. */
        CORRECTED("更正");

        /** What may be delivered from elsewhere. */
        static final List<Event> DELIVERED = List.of(REPAIRED, LISTED, REMOVED, ANNULLED);

        private final String text;

        Event(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** Verdicts. */
    public enum Verdict {
        /** 采信. */
        APPLY,
        /** 无须处理: the register shows the same. */
        SETTLED,
        /** 存疑: a person decides. */
        DOUBTFUL
    }
}
