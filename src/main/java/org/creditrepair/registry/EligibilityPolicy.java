package org.creditrepair.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.registry.DisplayPeriodRules.Scope;

/**
 * When a repair may be applied for: the record is on display, its shortest display period (最短公示期)
 * is over and its kind may be ended early at all (呼和浩特方案二、三; 市场监管总局令第45号第十四条).
 */
public final class EligibilityPolicy {

    private final DisplayPeriodRules rules;

    public EligibilityPolicy(DisplayPeriodRules rules) {
        this.rules = rules;
    }

    /** Why kinds of penalty in the record may never be ended early; empty if they may. */
    public List<String> neverEndedEarly(DishonestyRecord record, Scope scope) {
        List<String> kinds = rules.neverEndedEarly(scope, record.penaltyTypes());
        return kinds.isEmpty()
                ? List.of()
                : List.of(
                        "处罚种类“%s”依规不得提前停止公示（%s）"
                                .formatted(String.join("、", kinds), rules.neverEarlySource()));
    }

    /** Judges the record alone; whether an application for it is open is the caller's to add. */
    public Eligibility judge(DishonestyRecord record, Scope scope, LocalDate today) {
        List<String> reasons = new ArrayList<>();
        RecordState state = record.stateOn(today);
        if (state != RecordState.DISPLAYED) {
            reasons.add("该信息已不在公示（" + state.text() + "），无须申请修复");
        }
        List<String> never = neverEndedEarly(record, scope);
        reasons.addAll(never);
        DisplayPeriod period = record.period();
        boolean everRepairable =
                state == RecordState.DISPLAYED && never.isEmpty() && period.isEverRepairable();
        if (everRepairable && today.isBefore(period.repairableFrom())) {
            reasons.add("最短公示期未届满，自 %s 起可以申请".formatted(period.repairableFrom()));
        }
        if (state == RecordState.DISPLAYED && !period.isEverRepairable()) {
            reasons.add("该信息于 %s 自动停止公示，无须申请".formatted(period.endsOn()));
        }
        return new Eligibility(
                reasons.isEmpty(), everRepairable ? period.repairableFrom() : null, reasons);
    }
}
