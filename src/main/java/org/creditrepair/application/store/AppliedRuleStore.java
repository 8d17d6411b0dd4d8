package org.creditrepair.application.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.creditrepair.application.AppliedRule;
import org.creditrepair.application.CaseKey;
import org.creditrepair.catalog.RulePart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code applied_rule}. */
@Repository
public class AppliedRuleStore {

    private static final int MAX_CONTENT = 2000;
    private static final int MAX_SOURCE = 1000;

    private final JdbcClient jdbc;
    private final LoadedFiles loaded;

    AppliedRuleStore(JdbcClient jdbc, LoadedFiles loaded) {
        this.loaded = loaded;
        this.jdbc = jdbc;
    }

    /** Notes a rule of a case; the last one of a part stays. */
    public void pin(CaseKey key, AppliedRule rule) {
        loaded.forget(key.applicationNo());
        jdbc.sql("delete from applied_rule where application_no = ? and item_no = ? and part = ?")
                .params(key.applicationNo(), key.itemNo(), rule.part().name())
                .update();
        jdbc.sql(
                        """
                        insert into applied_rule
                            (application_no, item_no, part, pinned_on, content, source)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        key.applicationNo(),
                        key.itemNo(),
                        rule.part().name(),
                        rule.pinnedOn(),
                        cut(rule.content(), MAX_CONTENT),
                        cut(rule.source(), MAX_SOURCE))
                .update();
    }

    List<AppliedRule> of(CaseKey key) {
        return jdbc
                .sql(
                        """
                        select * from applied_rule where application_no = ? and item_no = ?
                        order by part""")
                .params(key.applicationNo(), key.itemNo())
                .query(
                        (row, n) ->
                                new AppliedRule(
                                        RulePart.valueOf(row.getString("part")),
                                        row.getObject("pinned_on", LocalDate.class),
                                        row.getString("content"),
                                        row.getString("source")))
                .list()
                .stream()
                .sorted(Comparator.comparing(AppliedRule::part))
                .toList();
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
