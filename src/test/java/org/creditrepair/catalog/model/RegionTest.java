package org.creditrepair.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.creditrepair.catalog.document.CommonRules;
import org.creditrepair.catalog.model.Review.Reviewer;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 谁认定、谁修复: of several responsible units and their lower offices the one that decided. */
class RegionTest {

    private static final Division DISTRICT = new Division("999902", "虚构西城区", "西城", Level.COUNTY);
    private static final RepairItem ITEM = item(null);
    private static final Region REGION =
            new Region(
                    new RegionCode("999900"),
                    "虚构市",
                    Level.CITY,
                    "测试数据",
                    "office",
                    List.of(),
                    CommonRules.NONE,
                    List.of(
                            new Unit("office", "虚构市发展和改革委员会"),
                            new Unit("first", "虚构市信用中心"),
                            unit("tax", "国家税务总局虚构市税务局", "税务局"),
                            lower("tax", "税务局"),
                            unit("branch", "虚构市税务局第一分局", "税一分局"),
                            unit("water", "虚构市水利局", "水利局")),
                    List.of(ITEM));

    private static RepairItem item(Review review) {
        return new RepairItem(
                "item",
                "事项",
                "penalty-other",
                RecordCategory.PENALTY,
                List.of("first", "tax", "branch"),
                review,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static Unit unit(String code, String name, String shortName) {
        return new Unit(
                code,
                name,
                List.of("虚构市" + shortName),
                List.of("市" + shortName),
                null,
                null,
                List.of());
    }

    private static Unit lower(String parent, String name) {
        return new Unit(
                parent + "-999902",
                "虚构西城区" + name,
                List.of("西城" + name),
                List.of(),
                parent,
                DISTRICT,
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "国家税务总局虚构市税务局, tax",
        "虚构市税务局, tax",
        "市税务局, tax",
        "市税务局稽查局, tax",
        "虚构市 税务局, tax",
        "虚构市税务局第一分局, branch",
        "虚构市虚构西城区税务局, tax-999902",
        "西城税务局, tax-999902",
        "虚构市税务局、虚构市信用中心, tax",
        "虚构市信用中心、虚构市税务局, first"
    })
    void decides(String authority, String unit) {
        assertThat(REGION.reviewUnit(ITEM, authority).code()).isEqualTo(unit);
        assertThat(REGION.decider(ITEM, authority).map(Unit::code)).contains(unit);
    }

    @ParameterizedTest
    @CsvSource({"别处的税务局", "别处市税务局", "虚构市东城区税务局", "税务局", "虚构市水利局", "''", ","})
    void isAssignedByTheCreditOfficeWhereItCannotBeTold(String authority) {
        assertThat(REGION.decider(ITEM, authority)).isEmpty();
        assertThat(REGION.reviewUnit(ITEM, authority).code()).isEqualTo("office");
    }

    @ParameterizedTest
    @CsvSource({"国家税务总局虚构市税务局", "别处的税务局", ","})
    void theOperatorReviewsWhoeverDecided(String authority) {
        RepairItem item = item(new Review(Reviewer.OPERATOR, null, null));
        assertThat(REGION.reviewUnit(item, authority).code()).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource({"虚构市虚构西城区水利局, tax-999902", "虚构市水利局,"})
    void theOfficeWhereTheRecordWasDecidedReviewsFirst(String authority, String office) {
        RepairItem item = item(new Review(Reviewer.OPERATOR, "tax", 2));
        assertThat(REGION.preliminaryUnit(item, authority).map(Unit::code).orElse(null))
                .isEqualTo(office);
    }

    @Test
    void everyDivisionHasItsWindow() {
        assertThat(REGION.windows())
                .containsOnlyKeys("999900-window", "999900-window-999902")
                .containsEntry("999900-window-999902", "虚构西城区综合窗口");
    }
}
