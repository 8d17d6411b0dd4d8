package org.creditrepair.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.creditrepair.ServerStory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a reviewer's queue takes over HTTP at 100,000 open cases of one unit beside 1,000;
 * PostgreSQL, one run, medians.
 */
@Tag("benchmark")
class QueueBenchmark extends ServerStory {

    private static final int CALLS = 101;
    private static final String QUEUE = "/api/v1/regions/150100/queue";

    /** Reads nothing of the queue: its ratio is the machine's own. */
    private static final String NOTHING = "/api/v1/me";

    /** Words of nobody, one row, forty rows, one in twenty, all. */
    private static final List<String> QUERIES =
            List.of(
                    "",
                    "?page=5",
                    "?filter=OVERDUE",
                    "?filter=MINE",
                    "?filter=UNCLAIMED",
                    "?stage=ACCEPTANCE",
                    "?words=查无此名",
                    "?words=蒙川77号",
                    "?words=9-000077",
                    "?words=敕勒",
                    "?words=青城",
                    "?words=有限公司",
                    "?words=川",
                    "?filter=OVERDUE&words=敕勒");

    private int made;

    @Test
    void theQueueCostsTheSameHoweverManyCasesAreOpen() {
        jdbc.sql("alter table task_queue set (autovacuum_enabled = false)").update();
        make(1_000);
        warmUp();
        Map<String, Double> few = measure();
        make(99_000);
        warmUp();
        Map<String, Double> many = measure();
        Medians.print(few, many);
    }

    private void warmUp() {
        for (int i = 0; i < 3; i++) {
            measure();
        }
    }

    private Map<String, Double> measure() {
        jdbc.sql("vacuum analyze").update();
        jdbc.sql("checkpoint").update();
        List<String> requests =
                Stream.concat(Stream.of(NOTHING), QUERIES.stream().map(QUEUE::concat)).toList();
        return Medians.measure(requests, CALLS, town.unit("market-regulation")::get);
    }

    /**
     * Tasks of one unit, due in the forty days around today; one in eleven claimed, forty by the
     * reviewer. What the reviewer has and the rare name are in the first thousand, so that a page
     * has as many rows with more.
     */
    private void make(int tasks) {
        jdbc.sql(
                        """
                        insert into task_queue (task_id, instance, region, task_group, stage,
                            reference, case_key, item, subject, subject_code, record_no,
                            document_no, words, assignee, active, created_at, warn_at, due_at)
                        select 'B' || n, 'B' || n, '150100', '150100-market-regulation',
                            (array['ACCEPTANCE', 'VERIFICATION', 'DECISION'])[n % 3 + 1],
                            'B' || n || '-1', 'B' || n || '-1', 'penalty-market', name,
                            '91150100MA0XG00011', record, record,
                            lower('B' || n || '-1|penalty-market|' || name
                                || '|91150100MA0XG00011|' || record),
                            case when n < 1000 and n % 25 = 0 then '150100-market-regulation'
                                when n % 11 = 0 then 'colleague' || n % 500 end, true,
                            now(), due - interval '1 day', due
                        from (select n, '9-' || lpad(n::text, 6, '0') as record,
                                '虚构' || case when n < 1000 and n % 25 = 7 then '敕勒'
                                    when n % 21 = 0 then '青城' else '蒙川' end
                                    || n || '号有限公司' as name,
                                timestamptz '2026-03-02 23:59:59.999+08'
                                    + (n % 40 - 20) * interval '1 day' as due
                            from generate_series(?, ?) n) t""")
                .params(made + 1, made + tasks)
                .update();
        made += tasks;
    }
}
