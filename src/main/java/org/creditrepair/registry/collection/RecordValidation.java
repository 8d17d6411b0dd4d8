package org.creditrepair.registry.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.problem.Text;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.display.ControlledField;
import org.creditrepair.registry.record.ListingCause;
import org.creditrepair.registry.record.Severity;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.record.SubjectCode;
import org.creditrepair.registry.record.SubjectType;
import org.jspecify.annotations.Nullable;

/** Checks one delivered row and gathers all that is wrong with it. */
final class RecordValidation {

    private static final Pattern RECORD_NO =
            Pattern.compile("[\\p{L}\\p{N}(（\\[〔【][\\p{L}\\p{N}()（）\\[\\]〔〕【】_.·:#、—-]{0,63}");
    private static final int TEXT = 200;
    private static final int LONG_TEXT = 1000;

    private final Region region;
    private final LocalDate today;
    private final Violations wrong;

    RecordValidation(Region region, LocalDate today) {
        this.region = region;
        this.today = today;
        this.wrong = new Violations(today);
    }

    List<Violation> violations() {
        return wrong.found();
    }

    /** The subject, category and dates of the row where they are right; nulls otherwise. */
    Checked check(CollectedRecord row) {
        recordNo(row.recordNo());
        wrong.text("documentNo", row.documentNo(), 128);
        wrong.text("authority", row.authority(), TEXT);
        wrong.optional("field", row.field(), 64);
        if (ControlledField.isUnclear(row.field())) {
            wrong.add(
                    new Violation(
                            "field",
                            "UNCLEAR_FIELD",
                            "“"
                                    + row.field()
                                    + "”写法不明：食品、药品、特种设备、安全生产、消防领域最短公示期为一年，请写作其中之一，其他领域请勿使用这些字样"));
        }
        wrong.optional("listedWith", row.listedWith(), 64);
        wrong.optional("obligations", row.obligations(), LONG_TEXT);
        RecordCategory category = wrong.code("category", row.category(), RecordCategory.class);
        item(row.item(), category);
        LocalDate decidedOn = wrong.day("decidedOn", row.decidedOn());
        LocalDate listedOn = wrong.optionalDay("listedOn", row.listedOn());
        Severity severity = wrong.optionalCode("severity", row.severity(), Severity.class);
        ListingCause cause =
                category == RecordCategory.ABNORMAL
                        ? wrong.code("cause", row.cause(), ListingCause.class)
                        : wrong.optionalCode("cause", row.cause(), ListingCause.class);
        return new Checked(
                category, subject(row.subject()), decidedOn, listedOn, severity, cause, types(row));
    }

    /** Whether a text has the form of a record's number, which also keeps it out of formulas. */
    static boolean isRecordNo(@Nullable String text) {
        return text != null && RECORD_NO.matcher(text).matches();
    }

    private void recordNo(String no) {
        if (Violations.isBlank(no)) {
            wrong.add(Violation.required("recordNo"));
        } else if (!isRecordNo(no)) {
            wrong.add(
                    Violation.invalid(
                            "recordNo", "最多 64 个字符，以文字、数字或括号开头，只含文字、数字、括号和 - _ . · : # 、 —"));
        }
    }

    private List<String> types(CollectedRecord row) {
        List<String> types = row.penaltyTypes() == null ? List.of() : row.penaltyTypes();
        if (types.stream().anyMatch(RecordValidation::isNoType) || types.size() > 10) {
            wrong.add(Violation.invalid("penaltyTypes", "处罚种类最多十种，每种不为空、不超过 32 字且不含控制字符"));
            return List.of();
        }
        return types.stream().map(String::strip).toList();
    }

    private static boolean isNoType(String type) {
        return Violations.isBlank(type) || Text.check("penaltyTypes", type, 32).isPresent();
    }

    private @Nullable Subject subject(CollectedRecord.Person person) {
        if (person == null) {
            wrong.add(Violation.required("subject"));
            return null;
        }
        SubjectType type = wrong.code("subject.type", person.type(), SubjectType.class);
        wrong.text("subject.name", person.name(), TEXT);
        wrong.mobile("subject.mobile", person.mobile());
        SubjectCode code = null;
        if (Violations.isBlank(person.uscc())) {
            wrong.add(Violation.required("subject.uscc"));
        } else if (!SubjectCode.isWellFormed(type, person.uscc().strip())) {
            wrong.add(Violation.invalid("subject.uscc", SubjectCode.formText(type)));
        } else {
            code = SubjectCode.of(type, person.uscc().strip());
            if (!code.checks() && !Boolean.TRUE.equals(person.usccConfirmed())) {
                wrong.add(
                        new Violation(
                                "subject.uscc",
                                "CHECK_CHARACTER",
                                "证件号码校验码不符；确认无误的请置 usccConfirmed 为 true（文件报送的，“代码已核实”列填“是”）"));
            }
        }
        return type == null || code == null || Violations.isBlank(person.name())
                ? null
                : new Subject(type, person.name().strip(), code);
    }

    private void item(@Nullable String code, @Nullable RecordCategory category) {
        if (Violations.isBlank(code)) {
            wrong.add(Violation.required("item"));
            return;
        }
        RepairItem item = region.item(code).orElse(null);
        if (item == null) {
            wrong.add(new Violation("item", "UNKNOWN_ITEM", "该地区无此修复事项：" + code));
        } else if (item.validUntil() != null && !today.isBefore(item.validUntil())) {
            wrong.add(new Violation("item", "ABOLISHED", "该名单已于 " + item.validUntil() + " 取消"));
        } else if (item.awaits() != null) {
            wrong.add(new Violation("item", "NOT_OPEN", "该名单尚未开放：" + item.awaits()));
        } else if (category != null && item.category() != category) {
            wrong.add(Violation.invalid("category", "与修复事项“" + item.name() + "”的类别不符"));
        }
    }

    /** Values parsed from the row's texts. */
    record Checked(
            @Nullable RecordCategory category,
            @Nullable Subject subject,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate listedOn,
            @Nullable Severity severity,
            @Nullable ListingCause cause,
            List<String> penaltyTypes) {}
}
