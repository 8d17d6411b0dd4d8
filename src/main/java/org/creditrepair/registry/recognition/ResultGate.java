package org.creditrepair.registry.recognition;

import java.time.LocalDate;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.recognition.ExternalResult.Event;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a delivered result: whether it is well-formed, and whether its sender may say it. */
@Component
class ResultGate {

    private final RecordRegister register;
    private final BusinessClock clock;

    ResultGate(RecordRegister register, BusinessClock clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * Checks a result.
     *
     * @throws RefusedException naming every field that is wrong, or if the sender is neither the
     *     unit that answers for the record nor the platform that it names; an annulment is said by
     *     the unit that made the decision alone
     */
    void check(Region region, ExternalResultForm form, Sender sender) {
        boolean annulment = Event.ANNULLED.name().equals(form.event());
        Violations wrong = new Violations(clock.today());
        wrong.text("recordNo", form.recordNo(), 64);
        wrong.text("documentNo", form.documentNo(), 128);
        event(form.event(), wrong);
        wrong.day("decidedOn", form.decidedOn());
        platform(region, form.platform(), annulment, wrong);
        if (annulment) {
            wrong.text("reason", form.reason(), 1000);
        }
        wrong.refuse();
        DishonestyRecord record =
                register.find(region.code(), form.recordNo())
                        .orElseThrow(
                                () ->
                                        RefusedException.invalid(
                                                "recordNo",
                                                "UNKNOWN_RECORD",
                                                "本地区未归集此失信信息：" + form.recordNo()));
        if (annulment) {
            requireLater(form, record);
            requirePunisher(region, record, sender);
        } else if (!sender.platforms().contains(form.platform())
                && !register.isAnsweredBy(sender, record)) {
            throw sender.units().isEmpty()
                    ? RefusedException.forbidden("platform", "平台账号只能报送本平台的结果")
                    : RefusedException.forbidden("recordNo", "谁认定、谁修复：只能由该信息的认定单位报送");
        }
    }

    private static void event(@Nullable String event, Violations wrong) {
        if (Violations.isBlank(event)) {
            wrong.add(Violation.required("event"));
        } else if (Event.DELIVERED.stream().noneMatch(one -> one.name().equals(event))) {
            wrong.add(Violation.invalid("event", "取值须为 " + Event.DELIVERED + " 之一"));
        }
    }

    private static void platform(
            Region region, @Nullable String platform, boolean annulment, Violations wrong) {
        wrong.text("platform", platform, 64);
        if (Violations.isBlank(platform) || ExternalResult.UNIT.equals(platform)) {
            return;
        }
        if (annulment) {
            wrong.add(Violation.invalid("platform", "决定被撤销或确认无效的，由认定单位报送，取值须为 unit"));
        } else if (region.platform(platform).isEmpty()) {
            wrong.add(new Violation("platform", "UNKNOWN_PLATFORM", "该地区无此平台：" + platform));
        }
    }

    /** A decision is annulled on its day or later. */
    private static void requireLater(ExternalResultForm form, DishonestyRecord record) {
        LocalDate made = record.decision().decidedOn();
        if (LocalDate.parse(form.decidedOn()).isBefore(made)) {
            throw RefusedException.invalid("decidedOn", "INVALID", "不能早于作出该决定之日（" + made + "）");
        }
    }

    /** Only who made a decision says that it is no more (行政处罚法第四十八条); no office for others. */
    private static void requirePunisher(Region region, DishonestyRecord record, Sender sender) {
        Unit punisher =
                region.punisher(record.decision().authority(), record.custody().deliveredBy());
        if (!sender.units().contains(punisher.code())) {
            throw RefusedException.forbidden(
                    "recordNo", "只有作出该决定的单位可以报送决定被撤销或确认无效：" + punisher.name());
        }
    }
}
