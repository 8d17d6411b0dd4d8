package org.creditrepair.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 谁认定、谁修复: of several responsible units the one that decided. */
class RegionTest {

    private static final RepairItem ITEM =
            new RepairItem(
                    "item",
                    "事项",
                    "penalty-other",
                    RecordCategory.PENALTY,
                    List.of("first", "second", "branch"),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    List.of());
    private static final Region REGION =
            new Region(
                    new RegionCode("999900"),
                    "虚构市",
                    Region.Level.CITY,
                    "测试数据",
                    "first",
                    List.of(),
                    List.of(
                            new Unit("first", "虚构市信用中心"),
                            new Unit("second", "虚构市税务局"),
                            new Unit("branch", "虚构市税务局第一分局")),
                    List.of(ITEM));

    @ParameterizedTest
    @CsvSource({
        "虚构市税务局, second",
        "国家税务总局虚构市税务局, second",
        "虚构市税务局第一分局, branch",
        "虚构市信用中心, first",
        "别处的税务局, first",
        ", first"
    })
    void reviews(String authority, String unit) {
        assertThat(REGION.reviewUnit(ITEM, authority).code()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"虚构市税务局第一分局, true", "别处的税务局, false", ", false"})
    void isToldApart(String authority, boolean known) {
        assertThat(REGION.decider(ITEM, authority).isPresent()).isEqualTo(known);
    }
}
