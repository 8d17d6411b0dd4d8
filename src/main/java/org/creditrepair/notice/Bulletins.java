package org.creditrepair.notice;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.paper.CheckMark;
import org.creditrepair.paper.PaperFormat;
import org.creditrepair.paper.Papers;
import org.creditrepair.paper.press.PdfPress;
import org.creditrepair.registry.quality.DataQuality;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The circulars that a region's credit office sends to the units (通报) in PDF, sealed once their
 * period is over.
 */
@Service
public class Bulletins {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月");

    private final PdfPress press;
    private final Papers papers;
    private final BusinessClock clock;

    Bulletins(PdfPress press, Papers papers, BusinessClock clock) {
        this.press = press;
        this.papers = papers;
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
        return papers.file(
                draft,
                PaperFormat.PDF,
                mark ->
                        press.print(
                                "documents/monthly-bulletin",
                                model -> {
                                    model.setVariable("mark", mark);
                                    model.setVariable("draft", draft);
                                    model.setVariable("report", report);
                                }));
    }

    /**
     * 归集质量通报: the units in order, and those that delivered nothing. As long as its period is not
     * over it is a draft without a seal.
     */
    public byte[] dataQuality(DataQuality.Report report) {
        Papers.Draft draft =
                draft(
                        report.region(),
                        "归集-" + report.from() + "-" + report.until(),
                        report.region().name() + "失信信息归集质量通报",
                        clock.now());
        return report.until().isBefore(clock.today())
                ? papers.file(draft, PaperFormat.PDF, mark -> dataQuality(report, draft, mark))
                : dataQuality(report, draft, null);
    }

    private byte[] dataQuality(
            DataQuality.Report report, Papers.Draft draft, @Nullable CheckMark mark) {
        return press.print(
                "documents/data-quality",
                model -> {
                    model.setVariable("mark", mark);
                    model.setVariable("draft", draft);
                    model.setVariable("report", report);
                });
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
