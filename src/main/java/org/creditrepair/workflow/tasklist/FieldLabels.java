package org.creditrepair.workflow.tasklist;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.problem.Violation;
import org.creditrepair.task.HumanTask;

/** Labels of form fields, in Chinese, for error messages of the webapps. */
final class FieldLabels {

    private static final Pattern OF_ITEM = Pattern.compile("items\\[(\\d+)](?:\\.(\\w+))?.*");

    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("region", "地区"),
                    Map.entry("subject.type", "主体类型"),
                    Map.entry("subject.name", "主体名称"),
                    Map.entry("subject.uscc", "证件号码"),
                    Map.entry("subject.address", "住所"),
                    Map.entry("subject.legalRepresentative", "法定代表人"),
                    Map.entry("subject.registrationAuthority", "登记机关"),
                    Map.entry("contact.name", "联系人"),
                    Map.entry("contact.mobile", "联系手机"),
                    Map.entry("agent.name", "经办人"),
                    Map.entry("agent.mobile", "经办人手机"),
                    Map.entry("commitment", "信用承诺"),
                    Map.entry("items", "修复事项"),
                    Map.entry("item", "修复事项"),
                    Map.entry("recordNo", "失信信息编号"),
                    Map.entry("reason", "申请事实和理由"),
                    Map.entry("obligationsFulfilledOn", "义务履行完毕日期"),
                    Map.entry("ground", "申请情形"),
                    Map.entry("shieldUntil", "暂停公示至"),
                    Map.entry("materials", "材料编号"));

    private static final Map<String, String> OF_ANSWERS =
            Stream.concat(
                            Stream.of(HumanTask.values())
                                    .map(task -> Map.entry(task.outcomeField(), task.question())),
                            Stream.of(
                                    Map.entry(HumanTask.COMMENT, "意见"),
                                    Map.entry(HumanTask.REFUSAL_REASON, "理由类别"),
                                    Map.entry(HumanTask.SERVED_ON, "送达日期"),
                                    Map.entry(HumanTask.HEARING_ON, "听证日期"),
                                    Map.entry(HumanTask.SERVICE_METHOD, "送达方式"),
                                    Map.entry(HumanTask.RECIPIENT, "签收人"),
                                    Map.entry(HumanTask.PROOF, "送达凭证")))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private FieldLabels() {}

    /** The violation as a sentence. */
    static String sentence(Violation violation) {
        return label(violation.field()) + "：" + violation.message();
    }

    private static String label(String field) {
        Matcher ofItem = OF_ITEM.matcher(field);
        if (ofItem.matches() && ofItem.group(2) != null) {
            int number = Integer.parseInt(ofItem.group(1)) + 1;
            return "第 " + number + " 项" + LABELS.getOrDefault(ofItem.group(2), ofItem.group(2));
        }
        return OF_ANSWERS.getOrDefault(field, LABELS.getOrDefault(field, field));
    }
}
