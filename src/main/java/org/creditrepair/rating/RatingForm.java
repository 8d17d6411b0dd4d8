package org.creditrepair.rating;

import org.jspecify.annotations.Nullable;

/**
 * A rating before validation; every field may be missing or wrong.
 *
 * @param score 1 to 5
 */
public record RatingForm(@Nullable Integer score, @Nullable String comment) {}
