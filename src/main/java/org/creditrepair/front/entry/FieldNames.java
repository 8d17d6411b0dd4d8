package org.creditrepair.front.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditrepair.front.rest.PublicApi.Answer;

/** What fields of an application are called on its page. */
public final class FieldNames {

    private static final Pattern OF_ITEM = Pattern.compile("items\\[(\\d+)]\\.(\\w+).*");
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("subject.name", "申请主体"),
                    Map.entry("subject.address", "住所（经营场所）"),
                    Map.entry("subject.legalRepresentative", "法定代表人"),
                    Map.entry("contact.name", "联系人"),
                    Map.entry("contact.mobile", "联系人手机"),
                    Map.entry("email", "电子邮箱"),
                    Map.entry("agent.name", "经办人"),
                    Map.entry("agent.mobile", "经办人手机"),
                    Map.entry("commitment", "信用承诺"),
                    Map.entry("reason", "整改和履行情况"),
                    Map.entry("obligationsFulfilledOn", "义务履行完毕日期"),
                    Map.entry("materials", "材料"),
                    Map.entry("recordNo", "失信信息"));

    private FieldNames() {}

    /** The errors of an answer, each behind the name of its field if the page has it. */
    public static List<String> named(Answer answer) {
        if (answer.byField().isEmpty()) {
            return answer.errors();
        }
        return answer.byField().entrySet().stream()
                .map(error -> name(error.getKey()) + error.getValue())
                .toList();
    }

    private static String name(String field) {
        Matcher ofItem = OF_ITEM.matcher(field);
        String place = "";
        String known = NAMES.get(field);
        if (ofItem.matches()) {
            place = "第 " + (Integer.parseInt(ofItem.group(1)) + 1) + " 项";
            known = NAMES.get(ofItem.group(2));
        }
        return known == null ? place : place + known + "：";
    }
}
