package org.creditrepair.application.model;

import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who handed in a joint application.
 *
 * @param account name of the account
 * @param group engine group as whose member it acted: of a window, a portal or a unit; null for the
 *     server itself, and for applications from before groups were kept
 * @param handedOverBy region of the window that took it in for another (省内通办); null if none did
 */
public record Submitter(String account, @Nullable String group, @Nullable RegionCode handedOverBy) {
    /**
     * Which applications of a window or portal are looked for; null matches all.
     *
     * @param group engine group that handed them in
     * @param account of the group that did
     * @param subjectCode of the subject
     * @param itemStatus of any of their items
     * @param words number of the application or of a record, the subject's code or its whole name
     * @param page from 0
     */
    public record HandedIn(
            RegionCode region,
            @Nullable String group,
            @Nullable String account,
            @Nullable String subjectCode,
            @Nullable ApplicationStatus status,
            @Nullable ItemStatus itemStatus,
            @Nullable String words,
            int page) {

        /** Applications of a page. */
        public static final int PAGE = 50;
    }
}
