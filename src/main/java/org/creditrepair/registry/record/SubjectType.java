package org.creditrepair.registry.record;

import org.creditrepair.vocabulary.Labelled;

/** Kinds of credit subjects (信用主体). */
public enum SubjectType implements Labelled {
    LEGAL_PERSON("法人"),
    UNINCORPORATED("非法人组织"),
    INDIVIDUAL_BUSINESS("个体工商户"),
    NATURAL_PERSON("自然人");

    private final String text;

    SubjectType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
