package org.creditrepair.processes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.creditrepair.Town;

/**
 * 社会组织活动异常名录 in Wuhai: on the report of a self-inspection only (乌海方案附表); two years on the list lead
 * to the serious list (民政部令第60号).
 */
class AbnormalSocialOrganizationTest extends VerifiedListStories {

    AbnormalSocialOrganizationTest() {
        super(
                "abnormal-social-organization",
                "civil-affairs",
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 11),
                LocalDate.of(2024, 3, 2),
                null);
    }

    @Override
    protected String region() {
        return "150300";
    }

    @Override
    Map<String, Object> unlisted(LocalDate listedOn) {
        return Town.listing("ABNORMAL", path, Town.uscc(), listedOn, "REPORT_MISSING");
    }

    @Override
    Map<String, Object> record() {
        return town.collected(unlisted(LocalDate.of(2024, 3, 3)));
    }

    @Override
    Map<String, Object> application(Map<String, Object> record) {
        return town.application(
                record,
                Map.of(
                        "materials",
                        List.of(Map.of("code", "self-inspection", "materialId", town.material()))));
    }

    @Override
    String whyNot() {
        return "已满两年";
    }

    @Override
    LocalDate followBy() {
        return LocalDate.of(2026, 3, 5);
    }
}
