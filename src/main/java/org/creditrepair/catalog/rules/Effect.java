package org.creditrepair.catalog.rules;

/** Effect of a national rule on the region's own document. */
public enum Effect implements RuleWord {
    COMPLETES("补足"),
    REPLACES("取代"),
    ADDS("增加"),
    BY_FIELD("按情形");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
