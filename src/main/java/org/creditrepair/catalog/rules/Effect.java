package org.creditrepair.catalog.rules;

/** Effect of a national rule on the region's own document. */
public enum Effect implements RuleWord {
    /** Says what the document leaves open. */
    COMPLETES("补足"),
    /** Holds instead of what the document says. */
    REPLACES("取代"),
    /** Holds instead of a longer limit of the document. */
    SHORTENS("从短"),
    /** Holds besides what the document says. */
    ADDS("增加"),
    /** What the document asks for is asked for no more. */
    DROPS("免交"),
    /** Holds for some facts only. */
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
