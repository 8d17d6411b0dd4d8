package org.creditrepair.registry.record;

import org.jspecify.annotations.Nullable;

/** The identifier of a subject (证件号码): the code of an organisation or the number of a person. */
public sealed interface SubjectCode permits Uscc, CitizenId {

    String value();

    /** Whether the check character is right. */
    boolean checks();

    /**
     * Code of the division whose market-regulation office registered the subject (登记地); null for
     * subjects that none registered.
     */
    default @Nullable String registeredIn() {
        return value().length() == 18 && value().startsWith("9") && this instanceof Uscc
                ? value().substring(2, 8)
                : null;
    }

    /** Whether the value is of the form that subjects of a type have. */
    static boolean isWellFormed(@Nullable SubjectType type, String value) {
        return type == SubjectType.NATURAL_PERSON
                ? CitizenId.isWellFormed(value)
                : Uscc.isWellFormed(value);
    }

    /** Error message for a value that does not have the form of the type. */
    static String formText(@Nullable SubjectType type) {
        return type == SubjectType.NATURAL_PERSON ? CitizenId.FORM_TEXT : Uscc.FORM_TEXT;
    }

    /**
     * @throws IllegalArgumentException if the value is not of the form for the type
     */
    static SubjectCode of(@Nullable SubjectType type, String value) {
        return type == SubjectType.NATURAL_PERSON ? new CitizenId(value) : new Uscc(value);
    }
}
