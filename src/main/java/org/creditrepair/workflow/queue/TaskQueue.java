package org.creditrepair.workflow.queue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.access.account.Account;
import org.creditrepair.application.model.Stage;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.Text;
import org.creditrepair.problem.Violations;
import org.creditrepair.supervision.status.QueueLooks;
import org.creditrepair.task.HumanTask;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queue of a reviewer: pages of rows by limit, found by any part of a name or number. */
@Service
public class TaskQueue {

    /** Rows of a page. */
    public static final int PAGE = 40;

    /** How far a count goes; more are told as more. */
    public static final int MOST_COUNTED = 500;

    static final int MAX_WORDS = 64;

    private static final int MAX_PAGE = 1_000;

    private final TaskQueueStore store;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final QueueLooks looks;

    TaskQueue(TaskQueueStore store, Catalog catalog, BusinessClock clock, QueueLooks looks) {
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
        this.looks = looks;
    }

    /**
     * What is asked, as it comes; every field may be missing or wrong.
     *
     * @param filter ALL if missing
     * @param page from 0
     */
    public record Question(
            @Nullable String filter,
            @Nullable String stage,
            @Nullable String words,
            @Nullable Integer page) {}

    /**
     * A page of the queue.
     *
     * @param counts how many there are of each part, whatever is searched for
     * @param stages how many there are of each stage, those without any left out
     * @param more whether there is a next page
     */
    public record Page(
            Map<QueueFilter, Integer> counts,
            Map<Stage, Integer> stages,
            List<QueuedTask> tasks,
            boolean more) {}

    /** The queue of an account in a region: that of its unit, or of the one it leads. */
    @Transactional
    public Page find(RegionCode code, Question question, Account account) {
        Violations wrong = new Violations(clock.today());
        QueueFilter filter = wrong.optionalCode("filter", question.filter(), QueueFilter.class);
        Stage stage = wrong.optionalCode("stage", question.stage(), Stage.class);
        wrong.optional("words", question.words(), MAX_WORDS);
        int page = question.page() == null ? 0 : question.page();
        wrong.number("page", page, 0, MAX_PAGE);
        wrong.refuse();
        looks.note(account.name(), account.groups());
        QueueQuery whole = whole(catalog.region(code), account);
        QueueQuery asked =
                whole.with(filter == null ? QueueFilter.ALL : filter, stage)
                        .with(normalized(question.words()));
        List<QueuedTask> found = store.find(asked, page * PAGE, PAGE + 1);
        boolean more = found.size() > PAGE;
        return counted(whole, more ? found.subList(0, PAGE) : found, more);
    }

    /** How many tasks each filter of an account finds, in their order. */
    @Transactional(readOnly = true)
    public List<Integer> counts(
            RegionCode code, List<OwnFilters.OwnFilter> filters, Account account) {
        QueueQuery whole = whole(catalog.region(code), account);
        return filters.stream()
                .map(one -> whole.with(one.filter(), one.stage()).with(normalized(one.words())))
                .map(query -> store.counts(List.of(query), MOST_COUNTED).get(0))
                .toList();
    }

    /** The limit of the oldest task of a region that is overdue; empty if none is. */
    public Optional<OffsetDateTime> overdueSince(RegionCode region) {
        return Optional.ofNullable(store.overdueSince(region, start(clock.today())));
    }

    /** The row of an open task; empty if there is none. */
    public Optional<QueuedTask> row(String taskId) {
        return store.byId(taskId);
    }

    /** Whether an account leads the unit that has a task. */
    public boolean isLed(QueuedTask task, Account account) {
        Region region = catalog.region(task.region());
        return region.units().stream()
                .filter(unit -> unit.group(region.code()).equals(task.holder().taskGroup()))
                .anyMatch(unit -> account.groups().contains(unit.heads(region.code())));
    }

    private static String normalized(@Nullable String words) {
        return words == null ? "" : Text.normalized(words.strip());
    }

    private QueueQuery whole(Region region, Account account) {
        Set<String> groups =
                region.units().stream()
                        .filter(
                                unit ->
                                        account.groups().contains(unit.group(region.code()))
                                                || account.groups()
                                                        .contains(unit.heads(region.code())))
                        .map(unit -> unit.group(region.code()))
                        .collect(Collectors.toSet());
        return new QueueQuery(
                region.code(),
                groups,
                account.name(),
                QueueFilter.ALL,
                null,
                "",
                start(clock.today()),
                start(clock.today().plusDays(1)));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    private Page counted(QueueQuery whole, List<QueuedTask> tasks, boolean more) {
        List<QueueFilter> filters = List.of(QueueFilter.values());
        List<Stage> stages = Arrays.stream(HumanTask.values()).map(Stage::of).toList();
        Iterator<Integer> counts =
                store.counts(
                                Stream.concat(
                                                filters.stream()
                                                        .map(filter -> whole.with(filter, null)),
                                                stages.stream()
                                                        .map(
                                                                stage ->
                                                                        whole.with(
                                                                                QueueFilter.ALL,
                                                                                stage)))
                                        .toList(),
                                MOST_COUNTED)
                        .iterator();
        Map<QueueFilter, Integer> byFilter = new EnumMap<>(QueueFilter.class);
        filters.forEach(filter -> byFilter.put(filter, counts.next()));
        Map<Stage, Integer> byStage = new EnumMap<>(Stage.class);
        stages.forEach(stage -> byStage.put(stage, counts.next()));
        byStage.values().removeIf(count -> count == 0);
        return new Page(byFilter, byStage, tasks, more);
    }
}
