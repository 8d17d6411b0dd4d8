package org.creditrepair.application.model;

import org.creditrepair.task.HumanTask;
import org.creditrepair.vocabulary.Labelled;

/** The stages an item passes (办理环节). */
public enum Stage implements Labelled {
    ACCEPTANCE("受理审查"),
    CORRECTION("补正"),
    VERIFICATION("核查"),
    DECISION("审核决定"),
    SHARING("结果共享"),
    REASSESSMENT("公示复核"),
    REVOCATION("撤销修复"),
    OBJECTION("异议核查"),
    ISSUANCE("开具履行证明"),
    SERVICE("告知书送达"),
    CONFIRMATION("名单调整确认"),
    ARBITRATION("外部结果核对"),
    CLARIFICATION("对账差异核对"),
    REPLY("热线答复"),
    OPINION("会办");

    private final String text;

    Stage(String text) {
        this.text = text;
    }

    /** The stage that a human task is. */
    public static Stage of(HumanTask task) {
        return valueOf(task.name());
    }

    @Override
    public String text() {
        return text;
    }
}
