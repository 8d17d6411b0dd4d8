package org.creditrepair.application.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A joint application (联办申请) as it is handed in, before any check: every field may be missing or
 * wrong. Dates are {@code YYYY-MM-DD}.
 *
 * @param region only where the form comes without a path that names it
 * @param agent who acts for the subject (经办人); null if nobody
 * @param email where messages go besides the mobile (电子邮箱); may be missing
 * @param commitment whether the credit commitment (信用承诺) is made
 * @param channel PORTAL, WINDOW or AUTHORITY; PORTAL if missing
 */
public record ApplicationForm(
        @Nullable String region,
        SubjectForm subject,
        PersonForm contact,
        @Nullable PersonForm agent,
        @Nullable String email,
        List<ItemForm> items,
        Boolean commitment,
        String channel) {

    /** Most items of one application. */
    public static final int MAX_ITEMS = 50;

    /**
     * Who applies.
     *
     * @param legalRepresentative who signs for an organisation (法定代表人、负责人、经营者)
     * @param registrationAuthority who registered it (登记、发证机关)
     */
    public record SubjectForm(
            @Nullable String type,
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String address,
            @Nullable String legalRepresentative,
            @Nullable String registrationAuthority) {}

    /** A person to talk to. */
    public record PersonForm(@Nullable String name, @Nullable String mobile) {}

    /**
     * One record to be repaired.
     *
     * @param item code of the repair item
     * @param obligationsFulfilledOn day on which the last obligation was met
     * @param ground why a repair is applied for; FULFILLED if missing
     * @param measure what a court decides of its own motion: DELETE, SHIELD or SHORTEN
     * @param shieldUntil day on which a shielded record is reassessed (屏蔽至)
     * @param shortenTo first day off display of a shortened listing (缩短至)
     */
    public record ItemForm(
            @Nullable String item,
            @Nullable String recordNo,
            @Nullable String reason,
            @Nullable String obligationsFulfilledOn,
            List<MaterialForm> materials,
            @Nullable String ground,
            @Nullable String measure,
            @Nullable String shieldUntil,
            @Nullable String shortenTo) {}

    /** A document uploaded beforehand and what it is in this application. */
    public record MaterialForm(String code, String materialId) {}
}
