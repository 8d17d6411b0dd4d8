package org.creditrepair.workflow.steps;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.daily.DailyDisclosure;
import org.creditrepair.registry.daily.DailyJobReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Batch job over all regions: each page is one transaction. A page that fails is retried record by
 * record; the records that fail again are skipped and reported.
 */
@Component
class RegionBatch {

    private static final Logger log = LoggerFactory.getLogger(RegionBatch.class);
    private static final int MAX_DETAIL = 2000;

    private final Catalog catalog;
    private final DailyDisclosure reports;
    private final BusinessClock clock;
    private final TransactionTemplate apart;

    RegionBatch(
            Catalog catalog,
            DailyDisclosure reports,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.catalog = catalog;
        this.reports = reports;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The number of the sharing of one page. */
    static String sharingNo(Region region) {
        return region.code() + "-sweep-" + UUID.randomUUID();
    }

    /**
     * @param step what is done, in Chinese
     * @param due gives the numbers of the next records behind a number, in order
     * @param handle handles a page of them in the transaction it is called in
     */
    void run(
            String step,
            BiFunction<Region, String, List<String>> due,
            BiConsumer<Region, List<String>> handle) {
        for (Region region : catalog.regions()) {
            Tally tally = new Tally();
            try {
                List<String> page = due.apply(region, "");
                while (!page.isEmpty()) {
                    handle(region, page, handle, tally);
                    page = due.apply(region, page.get(page.size() - 1));
                }
            } catch (RuntimeException e) {
                tally.failed(region.name(), e);
            }
            report(region, step, tally);
        }
    }

    private void handle(
            Region region,
            List<String> page,
            BiConsumer<Region, List<String>> handle,
            Tally tally) {
        try {
            apart(() -> handle.accept(region, page));
            tally.done += page.size();
        } catch (RuntimeException e) {
            if (page.size() == 1) {
                tally.failed(page.get(0), e);
                return;
            }
            page.forEach(recordNo -> handle(region, List.of(recordNo), handle, tally));
        }
    }

    /** In a transaction and an engine context of its own. */
    private void apart(Runnable work) {
        apart.executeWithoutResult(
                status -> {
                    try {
                        ProcessEngineContext.withNewProcessEngineContext(
                                () -> {
                                    work.run();
                                    return null;
                                });
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private void report(Region region, String step, Tally tally) {
        if (tally.done + tally.failed == 0) {
            return;
        }
        String detail = tally.detail.toString();
        log.info("{} {}：完成 {} 条，失败 {} 条", region.name(), step, tally.done, tally.failed);
        apart(
                () ->
                        reports.report(
                                new DailyJobReport(
                                        region.code(),
                                        step,
                                        clock.now(),
                                        tally.done,
                                        tally.failed,
                                        detail.isEmpty()
                                                ? null
                                                : StringUtils.abbreviate(
                                                        detail, "…", MAX_DETAIL))));
    }

    /** Counts of one region. */
    private static final class Tally {
        private int done;
        private int failed;
        private final StringBuilder detail = new StringBuilder();

        private void failed(String what, RuntimeException reason) {
            failed++;
            log.warn("巡查失败：{}：{}", what, reason.getMessage());
            log.debug("巡查失败", reason);
            detail.append(what).append("：").append(reason.getMessage()).append("；");
        }
    }
}
