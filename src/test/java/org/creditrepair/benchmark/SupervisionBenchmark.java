package org.creditrepair.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.creditrepair.ServerStory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What supervisors' queries take over HTTP at 100,000 open and 1,000,000 closed cases of one region
 * beside 10,000 open and 10,000 closed ones; PostgreSQL, one run, medians.
 */
@Tag("benchmark")
class SupervisionBenchmark extends ServerStory {

    private static final int CALLS = 41;
    private static final String BASE = "/api/v1/regions/150100/supervision/";
    private static final List<String> QUERIES =
            List.of(
                    "sla",
                    "trend?workingDays=30",
                    "statistics?by=REGION",
                    "units",
                    "statistics?by=ITEM",
                    "statistics?by=CHANNEL",
                    "stages?path=penalty-other",
                    "queues",
                    "assessment",
                    "cases?state=BREACHED",
                    "cases?state=ON_TRACK",
                    "cases?scope=CLOSED",
                    "cases?scope=CLOSED&words=虚构 77 号有限公司",
                    "cases/B77-1");

    private int made;

    @Test
    void queriesCostTheSameHoweverManyCasesThereAre() {
        make(10_000, 10_000);
        measure();
        Map<String, Double> few = measure();
        make(90_000, 990_000);
        Map<String, Double> many = measure();
        Medians.print(few, many);
    }

    private Map<String, Double> measure() {
        jdbc.sql("analyze").update();
        long begin = System.nanoTime();
        town.supervisor.get(BASE + "sla").done();
        System.out.printf(
                Locale.ROOT,
                "%nsummed up for the first time in %.1f s%n",
                (System.nanoTime() - begin) / 1e9);
        jdbc.sql("vacuum analyze").update();
        return Medians.measure(
                QUERIES, CALLS, request -> town.supervisor.get(BASE + request.replace(" ", "%20")));
    }

    /**
     * Cases of ten units, items and channels; open ones due around today, closed in three years.
     */
    private void make(int open, int closed) {
        int last = made + open + closed;
        List<String> statements = new ArrayList<>();
        statements.add(
                """
                insert into joint_application (application_no, region, progress_code, subject_type,
                    subject_name, subject_code, contact_name, contact_mobile, channel, status,
                    submitted_by, submitted_at)
                select 'B' || n, '150100', 'B' || n, 'LEGAL_PERSON', '虚构 ' || n || ' 号有限公司',
                    '91150100MA0XG00011', '虚构联系人', '13800000000',
                    (array['PORTAL', 'WINDOW', 'AUTHORITY'])[n % 3 + 1],
                    'IN_PROGRESS', '150100-portal', {closedAt} - interval '5 days'
                from generate_series({first}, {last}) n""");
        statements.add(
                """
                insert into application_item (application_no, item_no, item, record_no, reason,
                    obligations_fulfilled_on, ground, unit, status, result, corrected, closed_at)
                select 'B' || n, 1, (array['penalty-other', 'penalty-market'])[n % 2 + 1], 'B' || n,
                    '已履行', date '2025-01-01', 'FULFILLED',
                    (array['credit-center', 'market-regulation', 'tax', 'statistics', 'emergency',
                        'court', 'human-resources', 'transport', 'customs', 'civil-affairs'])[n % 10 + 1],
                    case when {isOpen} then 'SUBMITTED' else 'CLOSED' end,
                    case when {isOpen} then null
                        else (array['REPAIRED', 'REPAIRED', 'REFUSED', 'REJECTED'])[n % 4 + 1] end,
                    n % 7 = 0, case when {isOpen} then null else {closedAt} end
                from generate_series({first}, {last}) n""");
        statements.add(
                """
                insert into case_stage (application_no, item_no, stage, started_at, warn_at, due_at,
                    ended_at, outcome)
                select 'B' || n, 1, 'ACCEPTANCE', {closedAt} - interval '5 days', {dueAt} - interval '1 day',
                    {dueAt}, case when {isOpen} then null else {closedAt} - (n % 4) * interval '1 day' end,
                    case when {isOpen} then null else 'ACCEPT' end
                from generate_series({first}, {last}) n""");
        statements.add(
                """
                insert into case_standing (application_no, item_no, region, item, path, unit, channel,
                    submitted_at, standing, stage, warn_at, due_at, closed_at, result, corrected, late)
                select i.application_no, 1, '150100', i.item, i.item, i.unit, a.channel,
                    a.submitted_at, case when i.closed_at is null then 'RUNNING' else 'CLOSED' end,
                    case when i.closed_at is null then 'ACCEPTANCE' end,
                    case when i.closed_at is null then s.warn_at end,
                    case when i.closed_at is null then s.due_at end, i.closed_at, i.result,
                    i.corrected, substring(i.application_no, 2)::int % 20 = 0
                from application_item i
                join joint_application a on a.application_no = i.application_no
                join case_stage s on s.application_no = i.application_no
                where i.application_no like 'B%' and not exists (select 1 from case_standing c
                    where c.application_no = i.application_no)""");
        statements.add(
                """
                insert into untallied_case (application_no, item_no, closed_at)
                select application_no, item_no, closed_at from case_standing
                where closed_at is not null
                    and substring(application_no, 2)::int between {first} and {last}""");
        statements.add(
                """
                insert into open_tally (region, path, unit, warn_at, due_at, cases, summed)
                select region, path, unit, warn_at, due_at, 1, false from case_standing
                where closed_at is null
                    and substring(application_no, 2)::int between {first} and {last}""");
        for (String statement : statements) {
            jdbc.sql(
                            statement
                                    .replace("{isOpen}", "n < " + (made + 1 + open))
                                    .replace(
                                            "{dueAt}",
                                            "(timestamptz '2026-02-24 23:59:59.999+08' + (n % 20) * interval '1 day')")
                                    .replace(
                                            "{closedAt}",
                                            "(timestamptz '2026-03-02 08:00+08' - (n % 750) * interval '1 day')")
                                    .replace("{first}", String.valueOf(made + 1))
                                    .replace("{last}", String.valueOf(last)))
                    .update();
        }
        made = last;
    }
}
