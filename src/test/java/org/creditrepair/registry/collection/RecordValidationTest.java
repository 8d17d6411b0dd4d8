package org.creditrepair.registry.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.creditrepair.Town;
import org.creditrepair.catalog.files.RegionFiles;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.record.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a delivered row, and under which name that is told. */
class RecordValidationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Region REGION =
            new RegionFiles()
                    .read().stream()
                            .filter(region -> region.code().value().equals("150100"))
                            .findFirst()
                            .orElseThrow();

    private final RecordValidation validation = new RecordValidation(REGION, TODAY);

    private static CollectedRecord row() {
        return new CollectedRecord(
                "虚市监罚〔2025〕1号",
                "PENALTY",
                "penalty-market",
                new CollectedRecord.Person(
                        "LEGAL_PERSON", "虚构商贸有限公司", Town.uscc(), null, "13900000000"),
                "虚市监罚〔2025〕1号",
                "呼和浩特市市场监督管理局",
                "2025-03-01",
                List.of("罚款"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static CollectedRecord of(String category, String item, String day, String cause) {
        CollectedRecord row = row();
        return new CollectedRecord(
                row.recordNo(),
                category,
                item,
                row.subject(),
                row.documentNo(),
                row.authority(),
                day,
                row.penaltyTypes(),
                null,
                null,
                null,
                null,
                cause,
                null,
                null);
    }

    private static CollectedRecord about(UnaryOperator<CollectedRecord.Person> other) {
        CollectedRecord row = row();
        return new CollectedRecord(
                row.recordNo(),
                row.category(),
                row.item(),
                other.apply(row.subject()),
                row.documentNo(),
                row.authority(),
                row.decidedOn(),
                row.penaltyTypes(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private List<String> found(CollectedRecord row) {
        validation.check(row);
        return validation.violations().stream()
                .map(violation -> violation.field() + " " + violation.code())
                .toList();
    }

    @Test
    void aRightRowIsParsed() {
        RecordValidation.Checked checked = validation.check(row());
        assertThat(validation.violations()).isEmpty();
        assertThat(checked.decidedOn()).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThat(checked.subject().type()).isEqualTo(SubjectType.LEGAL_PERSON);
        assertThat(checked.penaltyTypes()).containsExactly("罚款");
    }

    @Test
    void everythingIsToldAtOnce() {
        CollectedRecord empty =
                new CollectedRecord(
                        null, null, null, null, null, null, null, null, null, null, null, null,
                        null, null, null);
        assertThat(found(empty))
                .containsExactlyInAnyOrder(
                        "recordNo REQUIRED",
                        "documentNo REQUIRED",
                        "authority REQUIRED",
                        "category REQUIRED",
                        "item REQUIRED",
                        "decidedOn REQUIRED",
                        "subject REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "PENALTY, penalty-market, 2026-03-02, , ''",
        "PENALTY, penalty-market, 2026-03-03, , decidedOn FUTURE_DATE",
        "PENALTY, penalty-market, 2026-02-30, , decidedOn INVALID",
        "PENALTY, no-such-item, 2025-03-01, , item UNKNOWN_ITEM",
        "SERIOUS, penalty-market, 2025-03-01, , category INVALID",
        "FINE, penalty-market, 2025-03-01, , category INVALID",
        "ABNORMAL, abnormal-operations, 2025-03-01, , cause REQUIRED",
        "ABNORMAL, abnormal-operations, 2025-03-01, UNREACHABLE, ''"
    })
    void aWrongValueIsToldAtItsField(
            String category, String item, String day, String cause, String wrong) {
        assertThat(found(of(category, item, day, cause)))
                .isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    @Test
    void aCodeThatFailsItsCheckCharacterPassesOnlyWhenConfirmed() {
        String right = Town.uscc();
        char last = right.charAt(17);
        String wrong = right.substring(0, 17) + (last == '0' ? '1' : '0');
        UnaryOperator<CollectedRecord.Person> unconfirmed =
                person ->
                        new CollectedRecord.Person(
                                person.type(), person.name(), wrong, null, person.mobile());
        assertThat(found(about(unconfirmed))).containsExactly("subject.uscc CHECK_CHARACTER");
        RecordValidation another = new RecordValidation(REGION, TODAY);
        another.check(
                about(
                        person ->
                                new CollectedRecord.Person(
                                        person.type(),
                                        person.name(),
                                        wrong,
                                        true,
                                        person.mobile())));
        assertThat(another.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-1", "+1", "@a", " 1", "a b", "A\u200b1", "a\n1"})
    void aRecordNumberNeverBeginsAFormulaNorHidesCharacters(String no) {
        assertThat(RecordValidation.isRecordNo(no)).isFalse();
        assertThat(found(row().numbered(no))).containsExactly("recordNo INVALID");
    }

    @Test
    void aRecordNumberHasAtMost64Characters() {
        assertThat(RecordValidation.isRecordNo("A".repeat(64))).isTrue();
        assertThat(RecordValidation.isRecordNo("A".repeat(65))).isFalse();
    }

    @Test
    void atMostTenKindsOfPenalty() {
        CollectedRecord row = row();
        CollectedRecord many =
                new CollectedRecord(
                        row.recordNo(),
                        row.category(),
                        row.item(),
                        row.subject(),
                        row.documentNo(),
                        row.authority(),
                        row.decidedOn(),
                        Collections.nCopies(11, "罚款"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        assertThat(found(many)).containsExactly("penaltyTypes INVALID");
        assertThat(validation.violations()).extracting(Violation::message).isNotEmpty();
    }
}
