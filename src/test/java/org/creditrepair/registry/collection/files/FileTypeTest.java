package org.creditrepair.registry.collection.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders write as the type of a file. */
class FileTypeTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv; charset=UTF-8",
                "text/csv;charset=utf8",
                "TEXT/CSV ; Charset=\"utf-8\""
            })
    void aCsvSaysItsCharset(String type) {
        assertThat(FileType.of(type)).contains(new FileType(false, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv; charset=GB18030",
                "text/csv; charset=gbk",
                "text/csv;charset=\"GB2312\""
            })
    void everyNameOfTheChineseCharsetIsTheWidest(String type) {
        assertThat(FileType.of(type)).contains(new FileType(false, Charset.forName("GB18030")));
    }

    @Test
    void aCsvMayLeaveItsCharsetOpenAndAWorkbookHasNone() {
        assertThat(FileType.of(" text/csv ")).contains(new FileType(false, null));
        assertThat(FileType.of(XLSX)).contains(new FileType(true, null));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "text/plain",
                "text/csv; charset=UTF-16",
                "text/csv; charset=nonsense",
                "text/csv; charset=",
                "text/csv; header=absent",
                "text/csv; charset=utf-8; header=absent",
                "text/csv charset=utf-8",
                "text/*",
                "*/*"
            })
    void everythingElseIsRefused(@Nullable String type) {
        assertThat(FileType.of(type)).isEmpty();
    }
}
