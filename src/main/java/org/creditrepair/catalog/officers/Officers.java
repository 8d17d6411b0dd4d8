package org.creditrepair.catalog.officers;

import java.util.List;
import java.util.stream.IntStream;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code officer}. */
@Repository
public class Officers {

    private static final BusinessRowMapper<Officer> OFFICER = BusinessRowMapper.of(Officer.class);
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Officers(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The officers of all units of a region, in the order in which each unit named them. */
    public List<Officer> of(RegionCode region) {
        return jdbc.sql("select * from officer where region = ? order by unit, id")
                .param(region.value())
                .query(OFFICER)
                .list();
    }

    /**
     * Names the officers of a unit in place of those named before.
     *
     * @param forms 20 at most; none if the unit has no officer any more
     * @throws RefusedException naming every field that is wrong
     */
    @Transactional
    public void name(
            RegionCode region, String unit, List<@Nullable OfficerForm> forms, String account) {
        check(forms);
        jdbc.sql("delete from officer where region = ? and unit = ?")
                .params(region.value(), unit)
                .update();
        for (OfficerForm form : forms) {
            jdbc.sql(
                            """
                            insert into officer (region, unit, name, phone, deputy_name,
                                deputy_phone, changed_by, changed_at)
                            values (:region, :unit, :name, :phone, :deputyName, :deputyPhone,
                                :changedBy, :changedAt)""")
                    .param("region", region.value())
                    .param("unit", unit)
                    .param("name", form.name())
                    .param("phone", form.phone())
                    .param("deputyName", form.deputyName())
                    .param("deputyPhone", form.deputyPhone())
                    .param("changedBy", account)
                    .param("changedAt", clock.now())
                    .update();
        }
    }

    private void check(List<OfficerForm> forms) {
        Violations wrong = new Violations(clock.today());
        if (forms.size() > MOST) {
            wrong.add(new Violation("officers", "TOO_MANY", "一个单位最多 " + MOST + " 名专员"));
        }
        IntStream.range(0, forms.size())
                .forEach(i -> check("officers[" + i + "].", forms.get(i), wrong));
        wrong.refuse();
    }

    private static void check(String at, @Nullable OfficerForm form, Violations wrong) {
        if (form == null) {
            wrong.add(Violation.required(at.substring(0, at.length() - 1)));
            return;
        }
        wrong.text(at + "name", form.name(), 50);
        wrong.phone(at + "phone", form.phone());
        if (!Violations.isBlank(form.deputyName()) || !Violations.isBlank(form.deputyPhone())) {
            wrong.text(at + "deputyName", form.deputyName(), 50);
            wrong.phone(at + "deputyPhone", form.deputyPhone());
        }
    }
}
