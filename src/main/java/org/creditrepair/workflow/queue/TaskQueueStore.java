package org.creditrepair.workflow.queue;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.PartSearch;
import org.creditrepair.storage.RecordParameters;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code task_queue}. */
@Repository
class TaskQueueStore {

    private static final BusinessRowMapper<QueuedTask> TASK =
            BusinessRowMapper.of(QueuedTask.class);

    private static final String ORDER = " order by due_at, task_id";

    /** How many of the most urgent tasks are searched before the index is asked. */
    private static final int NEAR = 1_000;

    private final JdbcClient jdbc;
    private final PartSearch parts;

    TaskQueueStore(JdbcClient jdbc, PartSearch parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    void insert(QueuedTask task) {
        jdbc.sql(
                        """
                        insert into task_queue (task_id, instance, region, task_group, stage,
                            reference, case_key, item, subject, subject_code, record_no, document_no,
                            words,
                            assignee, active, created_at, warn_at, due_at)
                        values (:taskId, :instance, :region, :holder.taskGroup, :stage, :reference,
                            :about.caseKey, :about.item, :about.subject, :about.subjectCode, :about.recordNo,
                            :about.documentNo, :words, :holder.assignee, :holder.active,
                            :limits.createdAt,
                            :limits.warnAt, :limits.dueAt)""")
                .paramSource(RecordParameters.of(task).with("words", words(task)))
                .update();
    }

    private static String words(QueuedTask task) {
        return Stream.of(
                        task.reference(),
                        task.about().caseKey(),
                        task.about().item(),
                        task.about().subject(),
                        task.about().subjectCode(),
                        task.about().recordNo(),
                        task.about().documentNo())
                .filter(Objects::nonNull)
                .map(QueueQuery::plain)
                .collect(Collectors.joining("|"));
    }

    void change(
            String taskId,
            @Nullable String assignee,
            @Nullable OffsetDateTime warnAt,
            OffsetDateTime dueAt) {
        jdbc.sql(
                        """
                        update task_queue set assignee = :assignee, warn_at = :warnAt,
                            due_at = :dueAt
                        where task_id = :taskId""")
                .param("assignee", assignee)
                .param("warnAt", warnAt)
                .param("dueAt", dueAt)
                .param("taskId", taskId)
                .update();
    }

    void handOver(String taskId, String group) {
        jdbc.sql("update task_queue set task_group = ? where task_id = ?")
                .params(group, taskId)
                .update();
    }

    void setActive(String instance, boolean active) {
        jdbc.sql("update task_queue set active = ? where instance = ?")
                .params(active, instance)
                .update();
    }

    void delete(String taskId) {
        jdbc.sql("delete from task_queue where task_id = ?").param(taskId).update();
    }

    Optional<QueuedTask> byId(String taskId) {
        return jdbc.sql("select * from task_queue where task_id = ?")
                .param(taskId)
                .query(TASK)
                .optional();
    }

    /** Which of some tasks have a row. */
    List<String> known(List<String> taskIds) {
        return jdbc.sql("select task_id from task_queue where task_id in (:ids)")
                .param("ids", taskIds)
                .query(String.class)
                .list();
    }

    /**
     * The tasks of a query, the most urgent first. Words, which many may have, are looked for among
     * the most urgent tasks first; numbers, and what is found there too seldom, by the index of
     * parts.
     */
    List<QueuedTask> find(QueueQuery query, int offset, int most) {
        if (query.isOfWords()) {
            List<QueuedTask> near =
                    page(
                            query,
                            "select * from (select * from task_queue where "
                                    + condition(query.with(""))
                                    + ORDER
                                    + " fetch first %d rows only) t where ".formatted(NEAR)
                                    + PartSearch.among("words"),
                            offset,
                            most);
            if (near.size() == most) {
                return near;
            }
        }
        return page(query, "select * from task_queue where " + condition(query), offset, most);
    }

    /**
     * The bounds stand in the statement: PostgreSQL plans a prepared one for a tenth of all rows
     * where they are parameters.
     */
    private List<QueuedTask> page(QueueQuery query, String sql, int offset, int most) {
        String bounds = " offset %d rows fetch next %d rows only".formatted(offset, most);
        return filled(query, sql + ORDER + bounds).query(TASK).list();
    }

    /**
     * How many tasks each query finds, in their order; counted to a bound, so that a long queue
     * costs no more. The queries differ by filter and stage alone.
     */
    List<Integer> counts(List<QueueQuery> queries, int most) {
        String sql =
                queries.stream()
                        .map(
                                query ->
                                        "(select count(*) from (select 1 from task_queue where "
                                                + condition(query)
                                                + " fetch first %d rows only) bounded)"
                                                        .formatted(most))
                        .collect(Collectors.joining(", ", "select ", ""));
        return filled(queries.get(0), sql)
                .query(
                        (row, n) -> {
                            List<Integer> counts = new ArrayList<>();
                            for (int i = 1; i <= queries.size(); i++) {
                                counts.add(row.getInt(i));
                            }
                            return counts;
                        })
                .single();
    }

    private String condition(QueueQuery query) {
        List<String> conditions = new ArrayList<>(List.of("active"));
        conditions.add(
                switch (query.filter()) {
                    case MINE -> "assignee = :account and region = :region";
                    case UNCLAIMED -> "task_group in (:groups) and assignee is null";
                    default -> "task_group in (:groups)";
                });
        if (query.filter() == QueueFilter.OVERDUE) {
            conditions.add("due_at < :today");
        } else if (query.filter() == QueueFilter.DUE_TODAY) {
            conditions.add("due_at >= :today and due_at < :tomorrow");
        }
        if (query.stage() != null) {
            // A code of the program, so that each stage of one statement has its own.
            conditions.add("stage = '" + query.stage().name() + "'");
        }
        if (!query.words().isEmpty()) {
            conditions.add(parts.in("words"));
        }
        return String.join(" and ", conditions);
    }

    private StatementSpec filled(QueueQuery query, String sql) {
        StatementSpec statement = jdbc.sql(sql).param("region", query.region().value());
        statement.param("account", query.account());
        statement.param("groups", query.groups());
        statement.param("today", query.today());
        statement.param("tomorrow", query.tomorrow());
        return statement.param("part", QueueQuery.plain(query.words()));
    }

    /** The limit of the oldest task of a region that is overdue; null if none is. */
    @Nullable OffsetDateTime overdueSince(RegionCode region, OffsetDateTime today) {
        return jdbc.sql(
                        """
                        select due_at from task_queue
                        where region = ? and active and due_at < ?
                        order by due_at fetch first 1 rows only""")
                .params(region.value(), today)
                .query((row, n) -> BusinessClock.at(row.getObject(1, OffsetDateTime.class)))
                .optional()
                .orElse(null);
    }
}
