package org.creditrepair.workflow.steps;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CourtMeasure;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.application.progress.ItemProgress;
import org.creditrepair.application.progress.ReviewMode;
import org.creditrepair.application.progress.ReviewModes;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.notice.ApplicationPaper;
import org.creditrepair.notice.Commitments;
import org.creditrepair.notice.message.IssueNotice;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.sharing.ledger.ShareRecords;
import org.creditrepair.workflow.process.NoticeDelivery;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks that the models name, one bean each. */
@Configuration(proxyBeanMethods = false)
class CaseSteps {

    /** 核对公示状态. */
    @Bean
    CaseStep checkDisplay(ItemProgress progress) {
        return (key, execution) -> progress.checkDisplay(key);
    }

    /** 核对登记数据. */
    @Bean
    CaseStep chooseReview(ReviewModes modes) {
        return (key, execution) -> {
            ReviewMode mode = modes.modeOf(key);
            execution.setVariable(ProcessVariables.AUTOMATIC, mode.automatic());
            execution.setVariable(ProcessVariables.ON_SITE, mode.onSite());
        };
    }

    /** 自动核准. */
    @Bean
    CaseStep repairByData(ItemProgress progress) {
        return (key, execution) -> progress.repairByData(key);
    }

    /** 期满移出. */
    @Bean
    CaseStep leaveAtFullTerm(ItemProgress progress) {
        return (key, execution) -> progress.leaveAtFullTerm(key);
    }

    /** 代提交全国网站: the application that was accepted is handed in there too. */
    @Bean
    CaseStep handInNationally(
            Applications applications,
            RecordRegister register,
            ShareRecords share,
            Commitments commitments) {
        return nationally(PlatformEvent.HANDED_IN, applications, register, share, commitments);
    }

    /** 撤回代提交: what was withdrawn or refused here is taken back there. */
    @Bean
    CaseStep takeBackNationally(
            Applications applications,
            RecordRegister register,
            ShareRecords share,
            Commitments commitments) {
        return nationally(PlatformEvent.TAKEN_BACK, applications, register, share, commitments);
    }

    private static CaseStep nationally(
            PlatformEvent event,
            Applications applications,
            RecordRegister register,
            ShareRecords share,
            Commitments commitments) {
        return (key, execution) -> {
            CaseFile file = applications.byNumber(key.applicationNo());
            CaseItem item = file.item(key.itemNo());
            share.handIn(
                    key.toString(),
                    event,
                    register.find(file.region(), item.recordNo()).orElseThrow(),
                    ApplicationPaper.of(file, item, commitments.of(file, item).orElse(null)));
        };
    }

    /** 终止公示、移出名单. */
    @Bean
    CaseStep endDisplay(ChangeDisplay display, ReviewModes modes, ItemProgress progress) {
        return (key, execution) -> {
            if (progress.leavesAtFullTerm(key)) {
                display.expire(key, execution);
            } else {
                display.apply(key, modes.measure(key), execution);
            }
        };
    }

    /** 屏蔽. */
    @Bean
    CaseStep shieldDisplay(ChangeDisplay display) {
        return (key, execution) -> display.apply(key, CourtMeasure.SHIELD, execution);
    }

    /** 缩短期限. */
    @Bean
    CaseStep shortenTerm(ChangeDisplay display) {
        return (key, execution) -> display.apply(key, CourtMeasure.SHORTEN, execution);
    }

    /** 登记不予受理. */
    @Bean
    CaseStep rejectEnded(ItemProgress progress) {
        return (key, execution) -> progress.rejectEnded(key);
    }

    /** 登记逾期未补正. */
    @Bean
    CaseStep lapse(ItemProgress progress) {
        return (key, execution) -> progress.lapse(key);
    }

    /** 登记撤回. */
    @Bean
    CaseStep withdraw(ItemProgress progress) {
        return (key, execution) -> progress.withdraw(key);
    }

    /** 登记修复办结. */
    @Bean
    CaseStep finishRepair(ItemProgress progress) {
        return (key, execution) -> progress.finishRepair(key);
    }

    /** 告知申请人. */
    @Bean
    CaseStep notifyApplicant(IssueNotice notices, NoticeDelivery delivery) {
        return (key, execution) -> delivery.start(notices.ofItem(key));
    }

    /** 告知收件: the number and the progress code at once. */
    @Bean
    JavaDelegate notifyReceipt(IssueNotice notices, NoticeDelivery delivery) {
        return execution -> delivery.start(notices.ofReceipt(execution.getProcessBusinessKey()));
    }

    /** 办结联办申请. */
    @Bean
    JavaDelegate closeApplication(ItemProgress progress) {
        return execution -> progress.closeApplication(execution.getProcessBusinessKey());
    }

    /** 归集办件: the platforms that gather whole cases are told of it. */
    @Bean
    JavaDelegate gatherCase(Applications applications, ShareRecords share, Catalog catalog) {
        return execution -> {
            CaseFile file = applications.byNumber(execution.getProcessBusinessKey());
            share.gather(file.applicationNo(), file.region(), GatheredCase.of(file, catalog));
        };
    }

    /** 登记外部推送: what a worker elsewhere has delivered. */
    @Bean
    JavaDelegate settlePushes(PushLedger ledger) {
        return execution -> {
            String platform = (String) execution.getVariable(ProcessVariables.PLATFORM);
            ledger.completedElsewhere(
                    execution.getProcessBusinessKey(),
                    platform == null ? RegionPlatform.SMS : platform);
        };
    }

    /** 反馈办理结果. */
    @Bean
    JavaDelegate notifyClosing(IssueNotice notices, NoticeDelivery delivery) {
        return execution -> delivery.start(notices.ofClosing(execution.getProcessBusinessKey()));
    }
}
