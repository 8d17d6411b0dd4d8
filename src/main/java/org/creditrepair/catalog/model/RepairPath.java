package org.creditrepair.catalog.model;

import java.util.Arrays;
import java.util.Optional;
import org.creditrepair.vocabulary.Labelled;

/** The ways in which repair items are handled (修复路径), each a process of its own. */
public enum RepairPath implements Labelled {
    PENALTY_MARKET("penalty-market", "行政处罚（市场监管领域）"),
    PENALTY_OTHER("penalty-other", "行政处罚（其他行业领域）"),
    ABNORMAL_OPERATIONS("abnormal-operations", "企业经营异常名录"),
    ABNORMAL_INDIVIDUAL_BUSINESS("abnormal-individual-business", "个体工商户经营异常状态"),
    ABNORMAL_SOCIAL_ORGANIZATION("abnormal-social-organization", "社会组织活动异常名录"),
    SERIOUS_MARKET_REGULATION("serious-market-regulation", "市场监督管理严重违法失信名单"),
    SERIOUS_JUDGMENT_DEFAULTER("serious-judgment-defaulter", "失信被执行人名单"),
    SERIOUS_TAX("serious-tax", "重大税收违法失信主体名单"),
    SERIOUS_WAGE_ARREARS("serious-wage-arrears", "拖欠农民工工资失信联合惩戒对象名单"),
    SERIOUS_WORK_SAFETY("serious-work-safety", "安全生产严重失信主体名单"),
    SERIOUS_STATISTICS("serious-statistics", "统计严重失信企业名单"),
    SERIOUS_SOCIAL_ORGANIZATION("serious-social-organization", "社会组织严重违法失信名单"),
    SERIOUS_CULTURE_TOURISM("serious-culture-tourism", "文化和旅游市场严重失信主体名单"),
    SERIOUS_CUSTOMS("serious-customs", "海关失信企业"),
    SERIOUS_AGRICULTURE("serious-agriculture", "农资领域严重失信生产经营单位"),
    SERIOUS_OVERLOAD_TRANSPORT("serious-overload-transport", "超限超载运输失信责任主体"),
    SERIOUS_GENERAL("serious-general", "其他领域严重失信名单");

    private final String code;
    private final String text;

    RepairPath(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The key of the process. */
    public String code() {
        return code;
    }

    @Override
    public String text() {
        return text;
    }

    public static Optional<RepairPath> find(String code) {
        return Arrays.stream(values()).filter(path -> path.code.equals(code)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is none of this code
     */
    public static RepairPath of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("无此修复路径：" + code));
    }

    /** Whether it is that of a serious list (严重失信主体名单). */
    public boolean isSerious() {
        return name().startsWith("SERIOUS");
    }
}
