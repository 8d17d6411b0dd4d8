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
public record Submitter(
        String account, @Nullable String group, @Nullable RegionCode handedOverBy) {}
