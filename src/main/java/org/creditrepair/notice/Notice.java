package org.creditrepair.notice;

import org.creditrepair.vocabulary.RegionCode;

/**
 * Something an applicant is told.
 *
 * @param id number in the register of notices
 * @param reference the application or item it is about
 * @param mobile where it goes
 */
public record Notice(long id, String reference, RegionCode region, String mobile, String text) {

    private static final int HEAD = 3;
    private static final int TAIL = 4;
    private static final int SHOWN = HEAD + TAIL;

    /** The mobile with all but its first three and last four digits masked. */
    public String maskedMobile() {
        return masked(mobile);
    }

    /** A mobile with all but its first three and last four digits masked. */
    static String masked(String mobile) {
        return mobile.length() < SHOWN
                ? mobile
                : mobile.substring(0, HEAD) + "****" + mobile.substring(mobile.length() - TAIL);
    }
}
