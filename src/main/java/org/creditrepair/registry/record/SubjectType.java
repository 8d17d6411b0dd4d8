package org.creditrepair.registry.record;

/** Kinds of credit subjects (信用主体). */
public enum SubjectType {
    /** 法人. */
    LEGAL_PERSON,
    /** 非法人组织. */
    UNINCORPORATED,
    /** 个体工商户. */
    INDIVIDUAL_BUSINESS,
    /** 自然人. */
    NATURAL_PERSON
}
