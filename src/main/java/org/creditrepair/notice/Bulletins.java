package org.creditrepair.notice;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.paper.PaperFormat;
import org.creditrepair.paper.Papers;
import org.creditrepair.registry.quality.DataQuality;
import org.springframework.stereotype.Service;
import org.thymeleaf.context.Context;

/**
 * The circulars that a region's credit office sends to the units (通报) in PDF, sealed once their
 * month is over.
 */
@Service
public class Bulletins {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月");

    /** For how many years back a month can still be reported. */
    private static final int YEARS = 2;

    private final SealedPress press;
    private final BusinessClock clock;

    Bulletins(SealedPress press, BusinessClock clock) {
        this.press = press;
        this.clock = clock;
    }

    /**
     * 月度通报.
     *
     * @param month that is over
     * @param report model of the template
     */
    public byte[] monthly(Region region, YearMonth month, OffsetDateTime madeAt, Object report) {
        Papers.Draft draft =
                draft(
                        region,
                        "月报-" + month,
                        region.name() + "信用修复办理情况通报（" + month.format(MONTH) + "）",
                        madeAt);
        return press.file(
                draft,
                PaperFormat.PDF,
                "monthly-bulletin",
                model -> model.setVariable("report", report));
    }

    /**
     * 归集质量通报: the units in order, and those that delivered nothing. It is issued of whole months
     * that are over; of other periods there are drafts without a seal.
     */
    public byte[] dataQuality(DataQuality.Report report) {
        Papers.Draft draft =
                draft(
                        report.region(),
                        "归集-" + YearMonth.from(report.from()),
                        report.region().name() + "失信信息归集质量通报",
                        clock.now());
        boolean issued = isMonthOver(report);
        Consumer<Context> fill =
                model -> {
                    model.setVariable("report", report);
                    model.setVariable("issued", issued);
                };
        return issued
                ? press.file(draft, PaperFormat.PDF, "data-quality", fill)
                : press.draft(draft, "data-quality", fill);
    }

    /** Whether the period is a month that is over, of the last years. */
    private boolean isMonthOver(DataQuality.Report report) {
        YearMonth month = YearMonth.from(report.from());
        YearMonth present = YearMonth.from(clock.today());
        return report.from().equals(month.atDay(1))
                && report.until().equals(month.atEndOfMonth())
                && month.isBefore(present)
                && !month.isBefore(present.minusYears(YEARS));
    }

    private static Papers.Draft draft(
            Region region, String kind, String title, OffsetDateTime issuedAt) {
        Unit office = region.unit(region.creditOffice());
        return new Papers.Draft(
                region.code() + "-" + kind,
                region.code(),
                region.code() + "-" + office.code(),
                office.name(),
                title,
                issuedAt);
    }
}
