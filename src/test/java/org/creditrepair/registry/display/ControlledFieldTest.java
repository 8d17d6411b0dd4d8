package org.creditrepair.registry.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fields with a year of display are known by their usual spellings; others like them are unclear.
 */
class ControlledFieldTest {

    @ParameterizedTest
    @CsvSource({
        "食品, FOOD",
        "食品安全, FOOD",
        "食品药品, FOOD",
        "食品药品监管, FOOD",
        "药品, DRUGS",
        "药品监督管理领域, DRUGS",
        "' 特种设备 ', SPECIAL_EQUIPMENT",
        "特种设备安全, SPECIAL_EQUIPMENT",
        "安全生产, WORK_SAFETY",
        "安全生产领域, WORK_SAFETY",
        "消防, FIRE",
        "消防安全, FIRE",
        "消防类, FIRE",
        "FOOD, FOOD",
        "FIRE_SAFETY, FIRE",
        "work safety, WORK_SAFETY"
    })
    void aUsualSpellingIsKnown(String written, ControlledField field) {
        assertThat(ControlledField.of(written)).contains(field);
        assertThat(ControlledField.isUnclear(written)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"食品经营许可", "药监", "安监", "生产安全事故", "消防设施检测机构", "特设", "food & drug"})
    void whatOnlySpeaksOfOneIsUnclear(String written) {
        assertThat(ControlledField.of(written)).isEmpty();
        assertThat(ControlledField.isUnclear(written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"环境保护", "广告", "其他", "''", ","})
    void anotherFieldOrNoneIsOrdinary(String written) {
        assertThat(ControlledField.of(written)).isEmpty();
        assertThat(ControlledField.isUnclear(written)).isFalse();
    }
}
