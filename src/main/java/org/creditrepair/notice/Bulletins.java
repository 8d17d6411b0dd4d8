package org.creditrepair.notice;

import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.paper.press.PdfPress;
import org.creditrepair.registry.quality.DataQuality;
import org.springframework.stereotype.Service;

/** The circulars that a region's credit office sends to the units (通报), as PDF. */
@Service
public class Bulletins {

    private final PdfPress press;
    private final BusinessClock clock;

    Bulletins(PdfPress press, BusinessClock clock) {
        this.press = press;
        this.clock = clock;
    }

    /**
     * 月度通报.
     *
     * @param report model of the template
     */
    public byte[] monthly(Region region, Object report) {
        return press.print(
                "documents/monthly-bulletin",
                model -> {
                    model.setVariable("report", report);
                    model.setVariable("office", region.unit(region.creditOffice()));
                });
    }

    /** 归集质量通报: the units in order, and those that delivered nothing. */
    public byte[] dataQuality(DataQuality.Report report) {
        Unit office = report.region().unit(report.region().creditOffice());
        return press.print(
                "documents/data-quality",
                model -> {
                    model.setVariable("report", report);
                    model.setVariable("office", office);
                    model.setVariable("issuedAt", clock.now());
                });
    }
}
