package org.creditrepair.registry.delivery;

import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.vocabulary.Labelled;
import org.jspecify.annotations.Nullable;

/** Datasets of delivered files (数据集). */
public enum Dataset implements Labelled {
    /** 行政处罚信息（双公示）. */
    PENALTY("行政处罚信息", RecordCategory.PENALTY),
    /** 异常名录、异常状态信息. */
    ABNORMAL("经营异常名录信息", RecordCategory.ABNORMAL),
    /** 严重失信主体名单信息. */
    SERIOUS("严重失信主体名单信息", RecordCategory.SERIOUS),
    /** 移出信息. */
    REMOVAL("移出信息", null);

    private final String text;
    private final @Nullable RecordCategory category;

    Dataset(String text, @Nullable RecordCategory category) {
        this.text = text;
        this.category = category;
    }

    @Override
    public String text() {
        return text;
    }

    /** The kind of its records; null for removals. */
    public @Nullable RecordCategory category() {
        return category;
    }
}
