package org.creditrepair.task;

import java.util.Arrays;
import java.util.List;
import org.creditrepair.vocabulary.Labelled;

/** Kinds of reasons for 不予受理 and 不予修复 (理由类别), by which refusals are counted. */
public enum RefusalReason implements Labelled {
    CONDITIONS("不符合申请条件"),
    OBLIGATIONS("义务未履行完毕"),
    MATERIALS("材料不齐或不实"),
    SCOPE("不属于修复范围"),
    COMMITMENT("违背信用承诺"),
    OTHER("其他"),
    /** The refusal was given over an interface without a kind; nobody can choose it. */
    UNSTATED("未填");

    private final String text;

    RefusalReason(String text) {
        this.text = text;
    }

    /** Those a reviewer chooses from. */
    public static List<RefusalReason> choices() {
        return Arrays.stream(values()).filter(one -> one != UNSTATED).toList();
    }

    @Override
    public String text() {
        return text;
    }
}
