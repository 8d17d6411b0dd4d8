package org.creditrepair.workflow.engine;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditrepair.problem.Violation;
import org.creditrepair.workflow.Variables;

/** What the webapps' users know the fields of forms as. */
final class FieldLabels {

    private static final Pattern OF_ITEM = Pattern.compile("items\\[(\\d+)](?:\\.(\\w+))?.*");

    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry(Variables.COMMENT, "意见"),
                    Map.entry(Variables.REFUSAL_REASON, "理由类别"),
                    Map.entry(Variables.ACCEPTANCE_OUTCOME, "受理结果"),
                    Map.entry(Variables.VERIFICATION_OUTCOME, "核查结果"),
                    Map.entry(Variables.DECISION_OUTCOME, "审核决定"),
                    Map.entry(Variables.REASSESSMENT_OUTCOME, "复核结果"),
                    Map.entry(Variables.REVOCATION_OUTCOME, "审查结果"),
                    Map.entry(Variables.CONFIRMATION_OUTCOME, "确认结果"),
                    Map.entry(Variables.ARBITRATION_OUTCOME, "核对结果"),
                    Map.entry(Variables.REPLY_OUTCOME, "答复"),
                    Map.entry(Variables.OPINION_OUTCOME, "会办"),
                    Map.entry("region", "地区"),
                    Map.entry("subject.type", "主体类型"),
                    Map.entry("subject.name", "主体名称"),
                    Map.entry("subject.uscc", "证件号码"),
                    Map.entry("subject.address", "住所"),
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
                    Map.entry("materials", "材料编号"));

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
        return LABELS.getOrDefault(field, field);
    }
}
