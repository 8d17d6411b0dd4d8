package org.creditrepair.application.store;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.commons.lang3.StringUtils.abbreviate;

import java.util.List;
import java.util.Map;
import org.creditrepair.application.model.AppliedRule;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.storage.BusinessRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code applied_rule}. */
@Repository
public class AppliedRuleStore {

    private static final BusinessRowMapper<AppliedRule> RULE =
            BusinessRowMapper.of(AppliedRule.class);

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
                        values (:applicationNo, :itemNo, :part, :pinnedOn, :content, :source)""")
                .param("applicationNo", key.applicationNo())
                .param("itemNo", key.itemNo())
                .param("part", rule.part().name())
                .param("pinnedOn", rule.pinnedOn())
                .param("content", abbreviate(rule.content(), "…", MAX_CONTENT))
                .param("source", abbreviate(rule.source(), "…", MAX_SOURCE))
                .update();
    }

    /** The rules applied to each item of an application, in the order of parts, by item number. */
    Map<Integer, List<AppliedRule>> findByApplication(String applicationNo) {
        return jdbc
                .sql("select * from applied_rule where application_no = ?")
                .param(applicationNo)
                .query((row, n) -> Map.entry(row.getInt("item_no"), RULE.mapRow(row, n)))
                .list()
                .stream()
                .sorted(comparing(rule -> rule.getValue().part()))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
