package org.creditrepair.registry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.creditrepair.catalog.RecordCategory;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.problem.Violation;

/** Checks one delivered row and gathers all that is wrong with it. */
final class RecordValidation {

    private static final int TEXT = 200;
    private static final int LONG_TEXT = 1000;

    private final Region region;
    private final LocalDate today;
    private final List<Violation> violations = new ArrayList<>();

    RecordValidation(Region region, LocalDate today) {
        this.region = region;
        this.today = today;
    }

    List<Violation> violations() {
        return violations;
    }

    /** The subject, category and dates of the row where they are right; nulls otherwise. */
    Checked check(CollectedRecord row) {
        text("recordNo", row.recordNo(), 64);
        text("documentNo", row.documentNo(), 128);
        text("authority", row.authority(), TEXT);
        optional("field", row.field(), 64);
        optional("obligations", row.obligations(), LONG_TEXT);
        RecordCategory category = code("category", row.category(), RecordCategory.class, true);
        item(row.item(), category);
        LocalDate decidedOn = date("decidedOn", row.decidedOn(), true);
        LocalDate listedOn = date("listedOn", row.listedOn(), false);
        Severity severity = code("severity", row.severity(), Severity.class, false);
        ListingCause cause =
                code("cause", row.cause(), ListingCause.class, category == RecordCategory.ABNORMAL);
        return new Checked(
                category, subject(row.subject()), decidedOn, listedOn, severity, cause, types(row));
    }

    private List<String> types(CollectedRecord row) {
        List<String> types = row.penaltyTypes() == null ? List.of() : row.penaltyTypes();
        if (types.stream().anyMatch(type -> type == null || type.isBlank() || type.length() > 32)
                || types.size() > 10) {
            violations.add(Violation.invalid("penaltyTypes", "处罚种类最多十种，每种不为空且不超过 32 字"));
            return List.of();
        }
        return types.stream().map(String::strip).toList();
    }

    private Subject subject(CollectedRecord.Person person) {
        if (person == null) {
            violations.add(Violation.required("subject"));
            return null;
        }
        SubjectType type = code("subject.type", person.type(), SubjectType.class, true);
        text("subject.name", person.name(), TEXT);
        Uscc uscc = null;
        if (blank(person.uscc())) {
            violations.add(Violation.required("subject.uscc"));
        } else if (!Uscc.isWellFormed(person.uscc().strip())) {
            violations.add(
                    Violation.invalid("subject.uscc", "统一社会信用代码须为 18 位，由数字和不含 I、O、Z、S、V 的大写字母组成"));
        } else {
            uscc = new Uscc(person.uscc().strip());
            if (!uscc.checks() && !Boolean.TRUE.equals(person.usccConfirmed())) {
                violations.add(
                        new Violation(
                                "subject.uscc",
                                "CHECK_CHARACTER",
                                "统一社会信用代码校验码不符；确认无误的请置 usccConfirmed 为 true"));
            }
        }
        return type == null || uscc == null || blank(person.name())
                ? null
                : new Subject(type, person.name().strip(), uscc);
    }

    private void item(String code, RecordCategory category) {
        if (blank(code)) {
            violations.add(Violation.required("item"));
            return;
        }
        RepairItem item = region.item(code).orElse(null);
        if (item == null) {
            violations.add(new Violation("item", "UNKNOWN_ITEM", "该地区无此修复事项：" + code));
        } else if (category != null && item.category() != category) {
            violations.add(Violation.invalid("category", "与修复事项“" + item.name() + "”的类别不符"));
        }
    }

    private LocalDate date(String field, String value, boolean required) {
        if (blank(value)) {
            if (required) {
                violations.add(Violation.required(field));
            }
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value.strip());
            if (date.isAfter(today)) {
                violations.add(new Violation(field, "FUTURE_DATE", "不能晚于今天（" + today + "）"));
            }
            return date;
        } catch (DateTimeParseException e) {
            violations.add(Violation.invalid(field, "日期须写作 YYYY-MM-DD"));
            return null;
        }
    }

    private <E extends Enum<E>> E code(
            String field, String value, Class<E> values, boolean required) {
        if (blank(value)) {
            if (required) {
                violations.add(Violation.required(field));
            }
            return null;
        }
        E found =
                Arrays.stream(values.getEnumConstants())
                        .filter(constant -> constant.name().equals(value.strip()))
                        .findFirst()
                        .orElse(null);
        if (found == null) {
            violations.add(
                    Violation.invalid(
                            field, "取值须为 " + Arrays.toString(values.getEnumConstants()) + " 之一"));
        }
        return found;
    }

    private void text(String field, String value, int max) {
        if (blank(value)) {
            violations.add(Violation.required(field));
        } else {
            optional(field, value, max);
        }
    }

    private void optional(String field, String value, int max) {
        if (value != null && value.length() > max) {
            violations.add(new Violation(field, "TOO_LONG", "不能超过 " + max + " 字"));
        }
    }

    private static boolean blank(String value) {
        return Objects.requireNonNullElse(value, "").isBlank();
    }

    /** What the checks made of the row's texts. */
    record Checked(
            RecordCategory category,
            Subject subject,
            LocalDate decidedOn,
            LocalDate listedOn,
            Severity severity,
            ListingCause cause,
            List<String> penaltyTypes) {}
}
