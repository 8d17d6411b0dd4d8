package org.creditrepair.registry.collection.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.registry.collection.files.Columns.Column;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.Dataset;
import org.creditrepair.registry.display.ControlledField;
import org.creditrepair.registry.record.ListingCause;
import org.creditrepair.registry.record.Severity;
import org.creditrepair.registry.record.SubjectType;
import org.jspecify.annotations.Nullable;

/** Converts a file's rows to delivered rows as by REST; no validation here. */
public final class RowReading {

    /** Sectors with a longer shortest display (甘肃附件2, 呼和浩特三), as the rule tables write them. */
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?(?: .*)?");

    private static final String MARKET = "市场监督管理";

    private final Region region;
    private final Dataset dataset;
    private final Columns columns;

    public RowReading(Region region, Dataset dataset, Columns columns) {
        this.region = region;
        this.dataset = dataset;
        this.columns = columns;
    }

    /** The row as a delivered record; a removal's document and day stand where a record's do. */
    public CollectedRecord record(List<String> row) {
        SubjectType type = type(row);
        String code = in(row, Column.CODE);
        if (code == null || type == SubjectType.NATURAL_PERSON) {
            code = in(row, Column.CITIZEN_ID) == null ? code : in(row, Column.CITIZEN_ID);
        }
        String item = item(row, type);
        String documentNo = in(row, Column.DOCUMENT_NO);
        String no = in(row, Column.RECORD_NO);
        String day = day(in(row, Column.DECIDED_ON));
        return new CollectedRecord(
                no == null ? number(item, code, documentNo) : no,
                dataset.category() == null ? null : dataset.category().name(),
                item,
                new CollectedRecord.Person(
                        type.name(),
                        in(row, Column.NAME),
                        code,
                        "是".equals(in(row, Column.CODE_CONFIRMED)),
                        in(row, Column.MOBILE)),
                documentNo,
                in(row, Column.AUTHORITY),
                day,
                types(in(row, Column.PENALTY_TYPES)),
                field(row),
                severity(in(row, Column.SEVERITY)),
                in(row, Column.CONTENT),
                dataset.category() == RecordCategory.PENALTY ? null : day,
                cause(in(row, Column.CAUSE)),
                in(row, Column.LISTED_WITH),
                null);
    }

    /** The code of the unit that the row says it comes from; null if it names none. */
    public @Nullable String unit(List<String> row) {
        String named = in(row, Column.SOURCE);
        return region.units().stream()
                .filter(unit -> unit.name().equals(named))
                .map(Unit::code)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String in(List<String> row, Column column) {
        return columns.in(row, column);
    }

    private SubjectType type(List<String> row) {
        String kind = in(row, Column.KIND);
        if (kind != null && kind.contains("个体")) {
            return SubjectType.INDIVIDUAL_BUSINESS;
        }
        if (kind != null && kind.contains("自然人")) {
            return SubjectType.NATURAL_PERSON;
        }
        if (kind != null && kind.equals("非法人组织")) {
            return SubjectType.UNINCORPORATED;
        }
        String code = in(row, Column.CODE);
        return code != null && code.startsWith("92")
                ? SubjectType.INDIVIDUAL_BUSINESS
                : SubjectType.LEGAL_PERSON;
    }

    /** The item that the row names, by code or name, else the one its kind belongs to. */
    private @Nullable String item(List<String> row, SubjectType type) {
        String named = in(row, Column.ITEM);
        if (named != null) {
            return region.items().stream()
                    .filter(item -> item.code().equals(named) || item.name().equals(named))
                    .map(RepairItem::code)
                    .findFirst()
                    .orElse(named);
        }
        RepairPath path =
                switch (dataset) {
                    case PENALTY ->
                            isMarket(in(row, Column.AUTHORITY)) || isMarket(in(row, Column.SOURCE))
                                    ? RepairPath.PENALTY_MARKET
                                    : RepairPath.PENALTY_OTHER;
                    case ABNORMAL ->
                            type == SubjectType.INDIVIDUAL_BUSINESS
                                    ? RepairPath.ABNORMAL_INDIVIDUAL_BUSINESS
                                    : RepairPath.ABNORMAL_OPERATIONS;
                    case SERIOUS, REMOVAL -> null;
                };
        return path == null ? null : byPath(path).map(RepairItem::code).orElse(path.code());
    }

    private Optional<RepairItem> byPath(RepairPath path) {
        return region.items().stream().filter(item -> item.path().equals(path.code())).findFirst();
    }

    private static boolean isMarket(@Nullable String authority) {
        return authority != null && authority.contains(MARKET);
    }

    private @Nullable String field(List<String> row) {
        String field = in(row, Column.FIELD);
        String offence = in(row, Column.OFFENCE);
        if (field != null || offence == null) {
            return field;
        }
        return Stream.of(ControlledField.values())
                .map(ControlledField::text)
                .filter(offence::contains)
                .findFirst()
                .orElse(null);
    }

    private static List<String> types(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[、;；,，/]"))
                        .map(String::strip)
                        .filter(type -> !type.isEmpty())
                        .toList();
    }

    /** Days are written in many ways: 2025-01-06, 2025/1/6, 2025年1月6日, 20250106. */
    static @Nullable String day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher day = DAY.matcher(text);
        return day.matches()
                ? "%s-%02d-%02d"
                        .formatted(
                                day.group(1),
                                Integer.parseInt(day.group(2)),
                                Integer.parseInt(day.group(3)))
                : text;
    }

    private static @Nullable String severity(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "轻微" -> Severity.MINOR.name();
            case "一般" -> Severity.GENERAL.name();
            case "严重" -> Severity.SERIOUS.name();
            default -> text;
        };
    }

    private @Nullable String cause(@Nullable String text) {
        if (text == null || dataset != Dataset.ABNORMAL) {
            return null;
        }
        if (text.contains("无法联系") || text.contains("无法取得联系")) {
            return ListingCause.UNREACHABLE.name();
        }
        if (text.contains("隐瞒") || text.contains("弄虚作假") || text.contains("虚假")) {
            return ListingCause.FALSE_INFORMATION.name();
        }
        if (text.contains("年报") || text.contains("年度报告")) {
            return ListingCause.REPORT_MISSING.name();
        }
        return text.contains("信息") ? ListingCause.INFORMATION_WITHHELD.name() : text;
    }

    /**
     * A number for a record that has none: the same for the same decision about the same subject.
     */
    private String number(
            @Nullable String item, @Nullable String code, @Nullable String documentNo) {
        String digest = DigestUtils.sha256Hex(item + "|" + code + "|" + documentNo);
        return dataset.name().charAt(0) + digest.substring(0, 24);
    }
}
