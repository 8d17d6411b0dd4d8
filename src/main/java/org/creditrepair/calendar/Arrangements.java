package org.creditrepair.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The yearly arrangements of days off and make-up working days (部分节假日安排) that are known.
 *
 * <p>In text, one line a span: {@code 休 2026-05-01..2026-05-05 劳动节} is off, {@code 班 2026-05-09
 * 劳动节} is worked; lines that begin with # are notes.
 */
public final class Arrangements {

    private static final Pattern LINE =
            Pattern.compile(
                    "([休班])\\s+(\\d{4}-\\d{2}-\\d{2})(?:\\.\\.(\\d{4}-\\d{2}-\\d{2}))?\\s+(\\S+)");

    private final NavigableMap<LocalDate, DayArrangement> days;
    private final NavigableSet<Integer> years;

    private Arrangements(
            NavigableMap<LocalDate, DayArrangement> days, NavigableSet<Integer> years) {
        this.days = days;
        this.years = years;
    }

    /**
     * Reads the text of an arrangement.
     *
     * @param source name of the text, for the error message
     * @throws IllegalArgumentException naming source, line number and reason
     */
    public static Arrangements parse(String source, List<String> lines) {
        NavigableMap<LocalDate, DayArrangement> days = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            for (DayArrangement day : span(source, i + 1, line)) {
                if (days.put(day.date(), day) != null) {
                    throw wrong(source, i + 1, "日期重复 " + day.date());
                }
            }
        }
        TreeSet<Integer> years = new TreeSet<>();
        days.keySet().forEach(date -> years.add(date.getYear()));
        return new Arrangements(days, years);
    }

    /**
     * These arrangements and, where both speak of a day, the other's word; years are these' own.
     */
    public Arrangements overlaidBy(Arrangements other) {
        NavigableMap<LocalDate, DayArrangement> all = new TreeMap<>(days);
        all.putAll(other.days);
        return new Arrangements(all, years);
    }

    /** All of both. */
    public Arrangements and(Arrangements other) {
        Arrangements both = overlaidBy(other);
        TreeSet<Integer> all = new TreeSet<>(years);
        all.addAll(other.years);
        return new Arrangements(both.days, all);
    }

    /** These arrangements with another one for a year. */
    public Arrangements with(int year, Arrangements other) {
        NavigableMap<LocalDate, DayArrangement> all = new TreeMap<>(days);
        all.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true).clear();
        all.putAll(other.days);
        TreeSet<Integer> known = new TreeSet<>(years);
        known.add(year);
        return new Arrangements(all, known);
    }

    /** The arrangement of a year as text that {@link #parse} reads, a day a line. */
    public String text(int year) {
        return daysOf(year).stream()
                .map(day -> (day.working() ? "班 " : "休 ") + day.date() + " " + day.name())
                .collect(Collectors.joining("\n"));
    }

    /** The last day of the last year that is known; empty if none is. */
    public Optional<LocalDate> lastKnownDay() {
        return years.isEmpty() ? Optional.empty() : Optional.of(LocalDate.of(years.last(), 12, 31));
    }

    /** The years that are known, in order. */
    public List<Integer> years() {
        return List.copyOf(years);
    }

    /** No arrangement at all. */
    public static Arrangements none() {
        return new Arrangements(Collections.emptyNavigableMap(), new TreeSet<>());
    }

    public Optional<DayArrangement> on(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    public boolean covers(int year) {
        return years.contains(year);
    }

    /** The arranged days of a year, in order. */
    public List<DayArrangement> daysOf(int year) {
        Map<LocalDate, DayArrangement> span =
                days.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true);
        return new ArrayList<>(span.values());
    }

    private static List<DayArrangement> span(String source, int number, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw wrong(source, number, "须写作“休 2026-05-01..2026-05-05 劳动节”");
        }
        try {
            LocalDate first = LocalDate.parse(matcher.group(2));
            LocalDate last = matcher.group(3) == null ? first : LocalDate.parse(matcher.group(3));
            boolean working = matcher.group(1).equals("班");
            String name = matcher.group(4);
            return first.datesUntil(last.plusDays(1))
                    .map(date -> new DayArrangement(date, working, name))
                    .toList();
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw wrong(source, number, "日期有误");
        }
    }

    private static IllegalArgumentException wrong(String source, int number, String reason) {
        return new IllegalArgumentException(source + " 第 " + number + " 行：" + reason);
    }
}
