package org.creditrepair.application.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.creditrepair.Town;
import org.creditrepair.application.intake.ApplicationForm.ItemForm;
import org.creditrepair.application.intake.ApplicationForm.PersonForm;
import org.creditrepair.application.intake.ApplicationForm.SubjectForm;
import org.creditrepair.catalog.files.RegionFiles;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.DisplayPeriod;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.record.SubjectType;
import org.creditrepair.registry.record.Uscc;
import org.creditrepair.registry.register.RecordRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is wrong with a form is told at once, each at its field. */
class ApplicationValidationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String CODE = Town.uscc();
    private static final PersonForm CONTACT = new PersonForm("某甲", "13900000000");
    private static final SubjectForm SUBJECT =
            new SubjectForm("LEGAL_PERSON", "虚构商贸有限公司", CODE, null, null, null);
    private static final Region REGION =
            new RegionFiles()
                    .read().stream()
                            .filter(region -> region.code().value().equals("150100"))
                            .findFirst()
                            .orElseThrow();

    private final RecordRegister register = mock(RecordRegister.class);
    private final MaterialCheck materials = mock(MaterialCheck.class);

    @BeforeEach
    void oneRecordIsKnown() {
        when(materials.check(anyString(), any(), any())).thenReturn(List.of());
        when(register.find(eq(REGION.code()), anyString())).thenReturn(Optional.empty());
        known("A-1", CODE, null);
    }

    private void known(String no, String code, String openApplication) {
        when(register.find(REGION.code(), no))
                .thenReturn(
                        Optional.of(
                                new DishonestyRecord(
                                        REGION.code(),
                                        no,
                                        RecordCategory.PENALTY,
                                        "penalty-other",
                                        new DishonestyRecord.Party(
                                                new Subject(
                                                        SubjectType.LEGAL_PERSON,
                                                        "虚构商贸有限公司",
                                                        new Uscc(code)),
                                                false,
                                                null),
                                        new DishonestyRecord.Decision(
                                                "虚罚〔2025〕1号",
                                                "虚构局",
                                                LocalDate.of(2025, 3, 1),
                                                List.of("罚款"),
                                                null,
                                                null,
                                                null,
                                                false),
                                        new DishonestyRecord.Listing(null, null, null),
                                        new DishonestyRecord.Display(
                                                new DisplayPeriod(
                                                        true, LocalDate.of(2025, 6, 1), null, "规则"),
                                                RecordState.DISPLAYED,
                                                null,
                                                null),
                                        new DishonestyRecord.Custody(null, openApplication))));
    }

    private static ItemForm item(String code, String recordNo) {
        return new ItemForm(code, recordNo, "已纠正", "2025-04-01", List.of(), null, null, null, null);
    }

    private static ApplicationForm form(
            SubjectForm subject, Boolean commitment, ItemForm... items) {
        return new ApplicationForm(
                null, subject, CONTACT, null, null, Arrays.asList(items), commitment, "PORTAL");
    }

    private List<String> wrong(ApplicationForm form) {
        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class,
                        () ->
                                new ApplicationValidation(REGION, register, materials, TODAY)
                                        .check(form));
        return refused == null
                ? List.of()
                : refused.violations().stream()
                        .map(violation -> violation.field() + " " + violation.code())
                        .toList();
    }

    @Test
    void aRightFormPasses() {
        assertThat(wrong(form(SUBJECT, true, item("penalty-other", "A-1")))).isEmpty();
    }

    @Test
    void anEmptyFormNamesEveryField() {
        assertThat(wrong(new ApplicationForm(null, null, null, null, null, null, null, null)))
                .containsExactlyInAnyOrder(
                        "subject REQUIRED",
                        "contact REQUIRED",
                        "commitment REQUIRED",
                        "items REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "a@b",
                "a b@example.com",
                "a@example.com,b@example.com",
                "a@example.com\nBcc: b@example.com",
                ".a@example.com"
            })
    void anAddressIsOneMailboxAndNothingElse(String email) {
        ApplicationForm form =
                new ApplicationForm(
                        null,
                        SUBJECT,
                        CONTACT,
                        null,
                        email,
                        List.of(item("penalty-other", "A-1")),
                        true,
                        "PORTAL");
        assertThat(wrong(form)).containsExactly("email INVALID");
    }

    @Test
    void aPersonIsNoSubjectOfThisRegionButForAnAuthoritysOwnMotion() {
        SubjectForm person = new SubjectForm("NATURAL_PERSON", "虚构某人", CODE, null, null, null);
        ItemForm item = item("penalty-other", "A-1");
        assertThat(wrong(form(person, true, item))).contains("subject.type NOT_IN_SCOPE");
        ApplicationForm own =
                new ApplicationForm(
                        null, person, CONTACT, null, null, List.of(item), true, "AUTHORITY");
        assertThat(wrong(own)).isNotEmpty().doesNotContain("subject.type NOT_IN_SCOPE");
    }

    @Test
    void onlyWhoHasFulfilledSaysWhenAndTheCourtPromisesNothing() {
        ItemForm withoutDay =
                new ItemForm("penalty-other", "A-1", "裁定", null, List.of(), null, null, null, null);
        ItemForm ruling =
                new ItemForm(
                        "penalty-other",
                        "A-1",
                        "裁定",
                        null,
                        List.of(),
                        "BANKRUPTCY_RULING",
                        null,
                        "2027-01-01",
                        null);
        assertThat(wrong(form(SUBJECT, true, withoutDay)))
                .contains("items[0].obligationsFulfilledOn REQUIRED");
        assertThat(wrong(form(SUBJECT, true, ruling)))
                .doesNotContain("items[0].obligationsFulfilledOn REQUIRED");
        ApplicationForm own =
                new ApplicationForm(
                        null, SUBJECT, CONTACT, null, null, List.of(withoutDay), null, "AUTHORITY");
        assertThat(wrong(own)).doesNotContain("commitment REQUIRED");
        assertThat(wrong(form(SUBJECT, false, ruling))).contains("commitment REQUIRED");
    }

    @Test
    void aRecordIsTheSubjectsOwnAndOfTheChosenItem() {
        known("B-1", Town.uscc(), null);
        assertThat(wrong(form(SUBJECT, true, item("penalty-other", "B-1"))))
                .containsExactly("items[0].recordNo OTHER_SUBJECT");
        assertThat(wrong(form(SUBJECT, true, item("penalty-market", "A-1"))))
                .containsExactly("items[0].recordNo OTHER_ITEM");
        assertThat(wrong(form(SUBJECT, true, item("penalty-other", "C-1"))))
                .containsExactly("items[0].recordNo UNKNOWN_RECORD");
        assertThat(wrong(form(SUBJECT, true, item("nothing", "A-1"))))
                .contains("items[0].item UNKNOWN_ITEM");
    }

    @Test
    void aRecordStandsOnceInAFormAndInOneApplicationAtATime() {
        assertThat(
                        wrong(
                                form(
                                        SUBJECT,
                                        true,
                                        item("penalty-other", "A-1"),
                                        item("penalty-other", "A-1"))))
                .containsExactly("items[1].recordNo DUPLICATE");
        known("A-1", CODE, "15010020260302000001");
        assertThat(wrong(form(SUBJECT, true, item("penalty-other", "A-1"))))
                .containsExactly("items[0].recordNo OPEN_APPLICATION");
    }

    @Test
    void aConflictIsToldTogetherWithWhatIsWrong() {
        known("A-1", CODE, "15010020260302000001");
        assertThat(wrong(form(SUBJECT, false, item("penalty-other", "A-1"))))
                .containsExactly("commitment REQUIRED", "items[0].recordNo OPEN_APPLICATION");
    }

    @Test
    void aCodeFailsByItsCheckCharacter() {
        char last = CODE.charAt(17);
        String wrongCode = CODE.substring(0, 17) + (last == '0' ? '1' : '0');
        known("A-1", wrongCode, null);
        assertThat(
                        wrong(
                                form(
                                        new SubjectForm(
                                                "LEGAL_PERSON",
                                                "虚构商贸有限公司",
                                                wrongCode,
                                                null,
                                                null,
                                                null),
                                        true,
                                        item("penalty-other", "A-1"))))
                .containsExactly("subject.uscc CHECK_CHARACTER");
    }

    @Test
    void atMostFiftyItems() {
        ItemForm[] many =
                Collections.nCopies(51, item("penalty-other", "A-1")).toArray(ItemForm[]::new);
        assertThat(wrong(form(SUBJECT, true, many))).containsExactly("items SIZE");
    }
}
