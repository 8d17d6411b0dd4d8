package org.creditrepair.workflow.steps;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.LapsingCorrections;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.notice.message.IssueNotice;
import org.creditrepair.notice.message.RecordNotices;
import org.creditrepair.registry.daily.DailyDisclosure;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview.Kind;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.creditrepair.workflow.WorkflowProperties;
import org.creditrepair.workflow.process.NamedInModels;
import org.creditrepair.workflow.process.NoticeDelivery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the daily sweep, one bean each. */
@Configuration(proxyBeanMethods = false)
class SweepSteps {

    /** When the sweep begins (每日定时), as a cron expression. */
    @Bean
    @NamedInModels
    String sweepSchedule(WorkflowProperties properties) {
        return properties.sweepSchedule();
    }

    /** 停止到期公示. */
    @Bean
    JavaDelegate expireRecords(RegionBatch sweep, DailyDisclosure due, ShareRecords share) {
        return execution ->
                sweep.run(
                        "停止到期公示",
                        due::termReached,
                        (region, recordNos) -> {
                            List<DishonestyRecord> expired = due.expire(region.code(), recordNos);
                            share.announceApart(
                                    RegionBatch.sharingNo(region),
                                    PlatformEvent.EXPIRED,
                                    region.code(),
                                    expired);
                        });
    }

    /** 转人工复核: longest term reached, obligations not met. */
    @Bean
    JavaDelegate referUnmet(
            RegionBatch sweep,
            DailyDisclosure due,
            RecordRegister register,
            DisplayReviews reviews) {
        return execution ->
                sweep.run(
                        "转人工复核",
                        due::termReachedUnmet,
                        (region, recordNos) ->
                                recordNos.stream()
                                        .filter(
                                                no ->
                                                        !reviews.wasAsked(
                                                                region.code(),
                                                                no,
                                                                Kind.OBLIGATIONS_UNMET))
                                        .flatMap(no -> register.find(region.code(), no).stream())
                                        .forEach(reviews::reassessAtFullTerm));
    }

    /** 转列严重名单: two years on the associations' abnormal list. */
    @Bean
    JavaDelegate transferListings(RegionBatch sweep, DailyDisclosure due, ShareRecords share) {
        return execution ->
                sweep.run(
                        "转列严重名单",
                        due::transferDue,
                        (region, recordNos) ->
                                recordNos.stream()
                                        .map(no -> due.transfer(region, no))
                                        .forEach(
                                                both -> {
                                                    share.announceApart(
                                                            RegionBatch.sharingNo(region),
                                                            PlatformEvent.TRANSFERRED,
                                                            region.code(),
                                                            both.subList(0, 1));
                                                    share.announceApart(
                                                            RegionBatch.sharingNo(region),
                                                            PlatformEvent.LISTED,
                                                            region.code(),
                                                            both.subList(1, 2));
                                                }));
    }

    /** 提醒可修复主体. */
    @Bean
    JavaDelegate remindSubjects(
            RegionBatch sweep,
            DailyDisclosure due,
            RecordNotices notices,
            NoticeDelivery delivery,
            WorkflowProperties properties) {
        BiFunction<Region, String, List<String>> soon =
                (region, after) -> due.eligibleSoon(region, properties.reminderDays(), after);
        BiConsumer<Region, List<String>> remind =
                (region, recordNos) ->
                        delivery.startTogether(
                                RegionBatch.sharingNo(region),
                                due.remind(region, recordNos).stream()
                                        .map(notices::reminder)
                                        .flatMap(notice -> Stream.ofNullable(notice.orElse(null)))
                                        .toList());
        return execution -> sweep.run("提醒可修复主体", soon, remind);
    }

    /** 提醒补正将到期. */
    @Bean
    JavaDelegate remindCorrections(
            RegionBatch sweep,
            LapsingCorrections corrections,
            IssueNotice notices,
            NoticeDelivery delivery,
            WorkflowProperties properties) {
        BiFunction<Region, String, List<String>> lapsing =
                (region, after) ->
                        corrections.soon(region.code(), properties.lapsingWorkingDays(), after);
        BiConsumer<Region, List<String>> remind =
                (region, keys) ->
                        keys.stream()
                                .map(CaseKey::parse)
                                .forEach(
                                        key -> {
                                            corrections.reminded(key);
                                            delivery.start(notices.ofLapsingCorrection(key));
                                        });
        return execution -> sweep.run("提醒补正将到期", lapsing, remind);
    }
}
