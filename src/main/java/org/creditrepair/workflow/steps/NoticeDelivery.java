package org.creditrepair.workflow.steps;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.creditrepair.notice.Notice;
import org.creditrepair.sharing.ShareRecords;
import org.creditrepair.workflow.Variables;
import org.springframework.stereotype.Component;

/** Sends a notice on its way in a process of its own, so that no case waits for it. */
@Component
class NoticeDelivery {

    private static final String PROCESS = "notice-delivery";

    private final RuntimeService runtime;
    private final ShareRecords share;

    NoticeDelivery(RuntimeService runtime, ShareRecords share) {
        this.runtime = runtime;
        this.share = share;
    }

    /** Sends many notices on their way in one process. */
    void startTogether(String sharingNo, List<Notice> notices) {
        for (Notice notice : notices) {
            share.message(
                    sharingNo,
                    notice.reference() + "-notice-" + notice.id(),
                    notice.region(),
                    notice.mobile(),
                    notice.text());
        }
        if (!notices.isEmpty()) {
            start(sharingNo, notices.get(0).region().value());
        }
    }

    void start(Notice notice) {
        String sharingNo = notice.reference() + "-notice-" + notice.id();
        share.message(sharingNo, sharingNo, notice.region(), notice.mobile(), notice.text());
        start(sharingNo, notice.region().value());
    }

    private void start(String sharingNo, String region) {
        runtime.startProcessInstanceByKey(
                PROCESS,
                sharingNo,
                Map.of(Variables.REGION, region, Variables.SHARING_NO, sharingNo));
    }
}
