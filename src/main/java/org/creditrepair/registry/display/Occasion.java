package org.creditrepair.registry.display;

import java.time.LocalDate;
import org.creditrepair.registry.record.Ground;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances in which a repair is applied for.
 *
 * @param day of the application
 * @param correctedOn day on which the wrong was put right, as the applicant says; null if not known
 */
public record Occasion(LocalDate day, Ground ground, @Nullable LocalDate correctedOn) {}
