package org.creditrepair.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The national calendar, read from {@code calendar/{year}.txt}, and the calendars of regions with
 * holidays of their own, from {@code calendar/regions/{region}.txt}; years that were imported since
 * go first. Every node knows of an import within a second.
 */
@Component
public class WorkingCalendars {

    private static final Logger log = LoggerFactory.getLogger(WorkingCalendars.class);
    private static final long TRUSTED_NANOS = 1_000_000_000L;

    private final Arrangements builtIn;
    private final Map<RegionCode, Arrangements> ofRegions = new TreeMap<>();
    private final @Nullable CalendarChanges changes;
    private volatile Known known;

    /** The calendars as they are after so many changes. */
    private record Known(
            long version,
            long readAt,
            Arrangements national,
            WorkingCalendar nationalCalendar,
            Map<RegionCode, WorkingCalendar> regional) {}

    @Autowired
    public WorkingCalendars(BusinessClock clock, @Nullable CalendarChanges changes) {
        this.changes = changes;
        Arrangements read = Arrangements.none();
        for (Resource year : resources("classpath*:calendar/*.txt")) {
            read = read.and(read(year));
        }
        builtIn = read;
        for (Resource region : resources("classpath*:calendar/regions/*.txt")) {
            ofRegions.put(new RegionCode(region.getFilename().replace(".txt", "")), read(region));
        }
        known = made(changes == null ? List.of() : changes.all(), 0);
        warnOfMissingYear(clock.today());
    }

    /** The calendars as they came with the server, without any import. */
    public static WorkingCalendars builtIn(BusinessClock clock) {
        return new WorkingCalendars(clock, null);
    }

    public WorkingCalendar national() {
        return known().nationalCalendar();
    }

    /**
     * @param region null for the nation
     */
    public WorkingCalendar forRegion(@Nullable RegionCode region) {
        Known now = known();
        return region == null
                ? now.nationalCalendar()
                : now.regional().getOrDefault(region, now.nationalCalendar());
    }

    /** The arranged days of a year of the national calendar; empty for a year not known. */
    public List<DayArrangement> arrangedDays(int year) {
        return known().national().daysOf(year);
    }

    /** The years whose arrangement is known. */
    public List<Integer> years() {
        return known().national().years();
    }

    /** The last day that is known; due dates past it are provisional (待核). */
    public Optional<LocalDate> lastKnownDay() {
        return known().national().lastKnownDay();
    }

    /**
     * A region's calendar, or the nation's, with another arrangement of a year.
     *
     * @param region whose calendar is wanted; null for the nation's
     * @param arranged region whose own holidays the text is about; null for the nation's
     * @param text null for what came with the server
     */
    public WorkingCalendar with(
            @Nullable RegionCode region,
            int year,
            @Nullable RegionCode arranged,
            @Nullable String text) {
        Map<Optional<RegionCode>, Map<Integer, @Nullable String>> imports =
                imports(entered().all());
        imports.computeIfAbsent(Optional.ofNullable(arranged), one -> new TreeMap<>())
                .put(year, text);
        return calendar(region, imports);
    }

    /** Reloads the calendars of this node after a change is committed. */
    @TransactionalEventListener(CalendarChange.class)
    public void changed() {
        known = made(entered().all(), entered().version());
    }

    private CalendarChanges entered() {
        return Objects.requireNonNull(changes);
    }

    private Known known() {
        Known now = known;
        if (changes == null || System.nanoTime() - now.readAt() < TRUSTED_NANOS) {
            return now;
        }
        long version = changes.version();
        known =
                version == now.version()
                        ? new Known(
                                version,
                                System.nanoTime(),
                                now.national(),
                                now.nationalCalendar(),
                                now.regional())
                        : made(changes.all(), version);
        return known;
    }

    private Known made(List<CalendarChange> all, long version) {
        Map<Optional<RegionCode>, Map<Integer, @Nullable String>> imports = imports(all);
        Arrangements national = national(imports);
        Map<RegionCode, WorkingCalendar> regional = new HashMap<>();
        ofRegions.keySet().forEach(region -> regional.put(region, calendar(region, imports)));
        imports.keySet().stream()
                .flatMap(Optional::stream)
                .forEach(region -> regional.put(region, calendar(region, imports)));
        return new Known(
                version, System.nanoTime(), national, new WorkingCalendar(national), regional);
    }

    private static Map<Optional<RegionCode>, Map<Integer, @Nullable String>> imports(
            List<CalendarChange> all) {
        Map<Optional<RegionCode>, Map<Integer, @Nullable String>> imports = new HashMap<>();
        for (CalendarChange change : all) {
            imports.computeIfAbsent(Optional.ofNullable(change.region()), region -> new TreeMap<>())
                    .put(change.year(), change.after());
        }
        return imports;
    }

    private Arrangements national(
            Map<Optional<RegionCode>, Map<Integer, @Nullable String>> imports) {
        return imported(builtIn, imports.getOrDefault(Optional.empty(), Map.of()));
    }

    private WorkingCalendar calendar(
            @Nullable RegionCode region,
            Map<Optional<RegionCode>, Map<Integer, @Nullable String>> imports) {
        Arrangements national = national(imports);
        if (region == null) {
            return new WorkingCalendar(national);
        }
        Arrangements own =
                imported(
                        ofRegions.getOrDefault(region, Arrangements.none()),
                        imports.getOrDefault(Optional.of(region), Map.of()));
        return new WorkingCalendar(national.overlaidBy(own));
    }

    private static Arrangements imported(
            Arrangements before, Map<Integer, @Nullable String> imports) {
        Arrangements all = before;
        for (Map.Entry<Integer, String> year : imports.entrySet()) {
            if (year.getValue() != null) {
                all =
                        all.with(
                                year.getKey(),
                                Arrangements.parse(
                                        year.getKey().toString(),
                                        year.getValue().lines().toList()));
            }
        }
        return all;
    }

    private void warnOfMissingYear(LocalDate today) {
        LocalDate soon = today.plusMonths(2);
        if (!national().isCertain(soon)) {
            log.warn("{} 年节假日安排尚未导入，该年的时限只按周末和元旦推算", soon.getYear());
        }
    }

    private static Resource[] resources(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arrangements read(Resource resource) {
        try {
            String text = resource.getContentAsString(StandardCharsets.UTF_8);
            return Arrangements.parse(resource.getFilename(), text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
