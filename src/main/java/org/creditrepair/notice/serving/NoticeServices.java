package org.creditrepair.notice.serving;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.document.RepairNoticeContent;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.notice.serving.NoticeService.Served;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordsDisplayed;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.TaskAnswer;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that the repair notice is served with every penalty decision (两书同达: 甘肃方案三（六）,
 * 呼和浩特方案五（三）, 乌海方案四（二）, 浙江方案二（一）, 江西方案二（三）): the unit that punished serves it, and puts down when,
 * how, to whom, and by what it is proved.
 */
@Service
public class NoticeServices {

    /** Decisions that are older when they are delivered were served before, in days. */
    static final int FRESH_DAYS = 30;

    /** Most rows of a list. */
    public static final int MOST = 500;

    private final NoticeServiceStore store;
    private final Catalog catalog;
    private final RecordRegister register;
    private final ServingProcess process;
    private final BusinessClock clock;

    NoticeServices(
            NoticeServiceStore store,
            Catalog catalog,
            RecordRegister register,
            ServingProcess process,
            BusinessClock clock) {
        this.store = store;
        this.catalog = catalog;
        this.register = register;
        this.process = process;
        this.clock = clock;
    }

    /** Fresh penalties have been delivered: each notice is to be served once. */
    @EventListener
    void open(RecordsDisplayed displayed) {
        Region region = catalog.region(displayed.region());
        List<DishonestyRecord> fresh =
                displayed.records().stream()
                        .filter(record -> isToBeServed(region, record))
                        .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Set<String> known =
                store.known(
                        region.code(),
                        fresh.stream().map(DishonestyRecord::recordNo).collect(Collectors.toSet()));
        for (DishonestyRecord record : fresh) {
            if (!known.contains(record.recordNo())) {
                String unit =
                        region.punisher(
                                        record.decision().authority(),
                                        record.custody().deliveredBy())
                                .code();
                long id = store.insert(region.code(), record.recordNo(), unit, clock.now());
                process.begin(byId(id));
            }
        }
    }

    private boolean isToBeServed(Region region, DishonestyRecord record) {
        RepairNoticeContent content = region.common().repairNotice();
        return record.category() == RecordCategory.PENALTY
                && region.common().takes(record.party().subject().type().name())
                && !content.exempts(record.decision().penaltyTypes())
                && !record.decision().decidedOn().isBefore(clock.today().minusDays(FRESH_DAYS));
    }

    public NoticeService byId(long id) {
        return store.find(id).orElseThrow(() -> new IllegalArgumentException("无此告知书送达：" + id));
    }

    /**
     * The latest services of units.
     *
     * @param units codes
     * @param unserved whether only those that are not settled
     * @return at most {@link #MOST}
     */
    public List<NoticeService> of(RegionCode region, Set<String> units, boolean unserved) {
        return store.of(region, units, unserved, MOST);
    }

    /** What every unit has served within the last year, and whatever waits. */
    public List<ServiceCount> counts(RegionCode region) {
        return store.counts(region, clock.today().minusYears(1));
    }

    /**
     * Settles a service by what the unit has put down.
     *
     * @throws org.creditrepair.problem.RefusedException naming every field that is wrong
     * @throws IllegalStateException if the region has no open service of this number
     */
    @Transactional
    public void settle(long id, RegionCode region, TaskAnswer answer, String account) {
        Served served = answer.outcome() == Outcome.SERVED ? served(id, answer) : Served.NONE;
        if (!store.settle(id, region, served, answer.comment(), account, clock.now())) {
            throw new IllegalStateException("无待送达的告知书：" + region + " " + id);
        }
    }

    private Served served(long id, TaskAnswer answer) {
        Violations wrong = new Violations(clock.today());
        LocalDate day = wrong.day(HumanTask.SERVED_ON, answer.details().get(HumanTask.SERVED_ON));
        ServiceMethod method =
                wrong.code(
                        HumanTask.SERVICE_METHOD,
                        answer.details().get(HumanTask.SERVICE_METHOD),
                        ServiceMethod.class);
        String recipient = answer.details().get(HumanTask.RECIPIENT);
        String proof = answer.details().get(HumanTask.PROOF);
        wrong.text(HumanTask.RECIPIENT, recipient, 128);
        wrong.text(HumanTask.PROOF, proof, 128);
        NoticeService service = byId(id);
        LocalDate decidedOn =
                register.find(service.region(), service.recordNo())
                        .orElseThrow()
                        .decision()
                        .decidedOn();
        if (day != null && day.isBefore(decidedOn)) {
            wrong.add(Violation.invalid(HumanTask.SERVED_ON, "不能早于作出决定的日期（" + decidedOn + "）"));
        }
        wrong.refuse();
        return new Served(day, Objects.requireNonNull(method), recipient, proof);
    }
}
