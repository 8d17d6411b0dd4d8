package org.creditrepair.registry.record;

import org.creditrepair.vocabulary.Labelled;

/** Why a repair is applied for (申请情形). */
public enum Ground implements Labelled {
    /** 已纠正失信行为并履行义务. */
    FULFILLED("已纠正失信行为并履行义务"),
    /** 自动履行完毕. */
    VOLUNTARY("自动履行完毕"),
    /** 提供充分有效担保. */
    GUARANTEE("提供充分有效担保"),
    /** 和解协议已履行完毕. */
    SETTLEMENT_PERFORMED("和解协议已履行完毕"),
    /** 人民法院已执行完毕. */
    EXECUTED("人民法院已执行完毕"),
    /** 法院裁定批准重整计划或认可和解协议. */
    BANKRUPTCY_RULING("法院裁定批准重整计划或认可和解协议"),
    /** 人民法院依职权. */
    OWN_MOTION("人民法院依职权");

    private final String text;

    Ground(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
