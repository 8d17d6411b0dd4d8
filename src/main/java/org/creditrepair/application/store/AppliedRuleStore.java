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
import org.creditrepair.storage.RecordParameters;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
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
    private final NamedParameterJdbcTemplate batches;
    private final LoadedFiles loaded;

    AppliedRuleStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, LoadedFiles loaded) {
        this.batches = batches;
        this.loaded = loaded;
        this.jdbc = jdbc;
    }

    /**
     * Notes rules of a case, each part once.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one of the parts was noted before
     */
    public void pin(CaseKey key, List<AppliedRule> rules) {
        loaded.forget(key.applicationNo());
        batches.batchUpdate(
                """
                insert into applied_rule
                    (application_no, item_no, part, pinned_on, content, source)
                values (:applicationNo, :itemNo, :part, :pinnedOn, :content, :source)""",
                rules.stream()
                        .map(
                                rule ->
                                        RecordParameters.of(rule)
                                                .with("applicationNo", key.applicationNo())
                                                .with("itemNo", key.itemNo())
                                                .with(
                                                        "content",
                                                        abbreviate(
                                                                rule.content(), "…", MAX_CONTENT))
                                                .with(
                                                        "source",
                                                        abbreviate(rule.source(), "…", MAX_SOURCE)))
                        .toArray(RecordParameters[]::new));
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
