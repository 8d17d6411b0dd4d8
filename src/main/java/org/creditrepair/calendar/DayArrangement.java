package org.creditrepair.calendar;

import java.time.LocalDate;

/**
 * A day whose arrangement differs from the week's rule.
 *
 * @param working true for a make-up working day (调休上班), false for a day off (放假)
 * @param name the holiday it belongs to, in Chinese
 */
public record DayArrangement(LocalDate date, boolean working, String name) {}
