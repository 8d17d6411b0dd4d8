package org.creditrepair.registry.collection.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.creditrepair.registry.delivery.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Maps the columns of a file to fields. Headings are those of the national form of penalties (双公示)
 * and their like for lists; order and further columns do not matter.
 */
public final class Columns {

    /** Fields of a column. */
    public enum Column {
        RECORD_NO("recordNo", "信息编号"),
        ITEM("item", "修复事项", "名单名称", "名录名称"),
        NAME("subject.name", "行政相对人名称", "主体名称", "企业名称", "社会组织名称"),
        KIND("subject.type", "行政相对人类别", "主体类别"),
        CODE("subject.uscc", "统一社会信用代码", "行政相对人代码_1（统一社会信用代码）", "行政相对人代码_1(统一社会信用代码)", "主体代码"),
        CITIZEN_ID("subject.uscc", "证件号码", "公民身份号码"),
        CODE_CONFIRMED("subject.usccConfirmed", "代码已核实"),
        MOBILE("subject.mobile", "联系电话"),
        DOCUMENT_NO("documentNo", "行政处罚决定书文号", "列入决定书文号", "列入决定文书号", "移出决定书文号", "移出决定文书号"),
        OFFENCE("field", "违法行为类型"),
        FIELD("field", "领域"),
        PENALTY_TYPES("penaltyTypes", "处罚类别"),
        CONTENT("obligations", "处罚内容", "应履行义务"),
        DECIDED_ON("decidedOn", "处罚决定日期", "列入日期", "移出日期"),
        AUTHORITY("authority", "处罚机关", "列入决定机关", "列入机关", "认定单位", "移出决定机关", "移出机关"),
        SEVERITY("severity", "失信严重程度", "严重程度"),
        CAUSE("cause", "列入原因", "列入经营异常名录原因"),
        LISTED_WITH("listedWith", "随同列入的信息编号"),
        SOURCE("unit", "数据来源单位");

        private final String field;
        private final List<String> headings;

        Column(String field, String... headings) {
            this.field = field;
            this.headings = List.of(headings);
        }
    }

    private static final Map<Dataset, List<Column>> REQUIRED =
            Map.of(
                    Dataset.PENALTY,
                    List.of(
                            Column.NAME,
                            Column.CODE,
                            Column.DOCUMENT_NO,
                            Column.PENALTY_TYPES,
                            Column.CONTENT,
                            Column.DECIDED_ON,
                            Column.AUTHORITY,
                            Column.SOURCE),
                    Dataset.ABNORMAL,
                    List.of(
                            Column.NAME,
                            Column.CODE,
                            Column.DOCUMENT_NO,
                            Column.CAUSE,
                            Column.DECIDED_ON,
                            Column.AUTHORITY),
                    Dataset.SERIOUS,
                    List.of(
                            Column.ITEM,
                            Column.NAME,
                            Column.CODE,
                            Column.DOCUMENT_NO,
                            Column.DECIDED_ON,
                            Column.AUTHORITY),
                    Dataset.REMOVAL,
                    List.of(Column.ITEM, Column.CODE, Column.DOCUMENT_NO, Column.DECIDED_ON));

    private final Map<Column, Integer> places = new HashMap<>();
    private final Map<String, String> headingOfField = new HashMap<>();

    /**
     * @throws UnreadableFileException if a heading that the dataset needs is missing, naming it
     */
    public Columns(Dataset dataset, List<String> headings) throws UnreadableFileException {
        for (int i = 0; i < headings.size(); i++) {
            for (Column column : Column.values()) {
                if (column.headings.contains(headings.get(i))
                        && places.putIfAbsent(column, i) == null) {
                    headingOfField.putIfAbsent(column.field, headings.get(i));
                }
            }
        }
        List<Column> missing = new ArrayList<>(REQUIRED.get(dataset));
        missing.removeAll(places.keySet());
        if (!missing.isEmpty()) {
            throw new UnreadableFileException(
                    dataset.text()
                            + "缺少表头："
                            + missing.stream()
                                    .map(column -> column.headings.get(0))
                                    .collect(Collectors.joining("、")));
        }
    }

    /** The text in a row's column; null if there is none. */
    public @Nullable String in(List<String> row, Column column) {
        Integer place = places.get(column);
        String text = place == null || place >= row.size() ? null : row.get(place);
        return text == null || text.isEmpty() ? null : text;
    }

    /** The heading under which a field stands in the file, else the field's own name. */
    public String heading(String field) {
        return headingOfField.getOrDefault(field, field);
    }
}
