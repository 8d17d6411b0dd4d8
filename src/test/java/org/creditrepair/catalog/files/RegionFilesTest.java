package org.creditrepair.catalog.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class RegionFilesTest {

    private final RegionFiles files = new RegionFiles();

    @Test
    void aRegionJoinsByOneFile() {
        assertThat(files.read())
                .extracting(region -> region.code().value())
                .contains("150100", "999900");
    }

    @ParameterizedTest
    @CsvSource({
        "'units: [credit-center]', 'units: [unknown]', unknown",
        "'category: PENALTY', 'category: FINE', 第",
        "'acceptWorkingDays: 2', 'acceptWorkingDays: two', 第",
        "'acceptWorkingDays: 2', 'acceptDays: 2', acceptDays",
        "'code: gsxt', 'code: creditchina-local', creditchina-local",
        "'code: \"999900\"', 'code: \"99990\"', 99990",
        "'      - acceptWorkingDays: 2', '      - from: 2026-01-01\n        acceptWorkingDays: 2', 起始规则",
        "'units: [credit-center]', 'units: []', 第 22 行",
        "'path: penalty-other', 'path: penalty', 第 20 行",
        "'creditOffice: credit-center', 'creditOffice: nobody', 第 6 行"
    })
    void aWrongFileIsNamedWithItsReason(String right, String wrong, String reason)
            throws Exception {
        String text = text("regions/999900.yaml").replace(right, wrong);
        assertThatThrownBy(() -> files.parse("999900.yaml", text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("地区文件 999900.yaml 第 ")
                .hasMessageContaining(reason);
    }

    private static String text(String file) throws Exception {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }
}
