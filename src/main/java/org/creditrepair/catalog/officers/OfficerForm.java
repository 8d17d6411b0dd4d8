package org.creditrepair.catalog.officers;

import org.jspecify.annotations.Nullable;

/**
 * An officer as a unit names one; every field may be missing or wrong.
 *
 * @param deputyName who stands in; null for nobody
 */
public record OfficerForm(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String deputyName,
        @Nullable String deputyPhone) {}
