package org.creditrepair.notice.message;

import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Something an applicant is told.
 *
 * @param id number in the register of notices
 * @param reference the application or item it is about
 * @param receiver where it goes
 * @param title what an e-mail is about
 */
public record Notice(
        long id,
        String reference,
        RegionCode region,
        Receiver receiver,
        String title,
        String text) {

    /** What its deliveries are known by: reference and number. */
    public static String key(String reference, long id) {
        return reference + "-notice-" + id;
    }

    private static final int HEAD = 3;
    private static final int TAIL = 4;
    private static final int SHOWN = HEAD + TAIL;

    /**
     * Where messages go.
     *
     * @param email null where none was given; then the short message alone is sent
     */
    public record Receiver(String mobile, @Nullable String email) {

        /** Both, masked: mobiles but for three and four digits, addresses but for one letter. */
        String masked() {
            return email == null
                    ? masked(mobile)
                    : masked(mobile) + "、" + email.replaceFirst("(?<=^.)[^@]*", "***");
        }

        private static String masked(String mobile) {
            return mobile.length() < SHOWN
                    ? mobile
                    : mobile.substring(0, HEAD) + "****" + mobile.substring(mobile.length() - TAIL);
        }
    }

    /** The mobile with all but its first three and last four digits masked. */
    public String maskedMobile() {
        return Receiver.masked(receiver.mobile);
    }
}
