package org.creditrepair.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The national calendar, read from {@code calendar/{year}.txt}, and the calendars of regions with
 * holidays of their own, from {@code calendar/regions/{region}.txt}.
 */
@Component
public class WorkingCalendars {

    private static final Logger log = LoggerFactory.getLogger(WorkingCalendars.class);

    private final Arrangements national;
    private final WorkingCalendar nationalCalendar;
    private final Map<String, WorkingCalendar> regional = new HashMap<>();

    public WorkingCalendars(BusinessClock clock) {
        Arrangements known = Arrangements.none();
        for (Resource year : resources("classpath*:calendar/*.txt")) {
            known = known.and(read(year));
        }
        national = known;
        nationalCalendar = new WorkingCalendar(national);
        for (Resource region : resources("classpath*:calendar/regions/*.txt")) {
            String code = region.getFilename().replace(".txt", "");
            regional.put(code, new WorkingCalendar(national.overlaidBy(read(region))));
        }
        warnOfMissingYear(clock.today());
    }

    public WorkingCalendar national() {
        return nationalCalendar;
    }

    /**
     * @param region region code, or null for the nation
     */
    public WorkingCalendar of(String region) {
        return regional.getOrDefault(region, nationalCalendar);
    }

    /** The arranged days of a year of the national calendar; empty for a year not known. */
    public List<DayArrangement> arrangedDays(int year) {
        return national.of(year);
    }

    private void warnOfMissingYear(LocalDate today) {
        LocalDate soon = today.plusMonths(2);
        if (!nationalCalendar.isCertain(soon)) {
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
