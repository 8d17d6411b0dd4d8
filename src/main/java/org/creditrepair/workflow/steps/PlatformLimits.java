package org.creditrepair.workflow.steps;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.creditrepair.calendar.DeadlineText;
import org.creditrepair.calendar.WorkingCalendars;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.limits.CaseLimits;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** Where a sharing waits for a platform, and until when it had time. */
@Component
class PlatformLimits {

    private static final List<String> WAITING =
            List.of("serviceTask_push", "receiveTask_awaitReceipts", "serviceTask_askReceipts");

    private final RuntimeService runtime;
    private final PushLedger ledger;
    private final CaseLimits limits;
    private final WorkingCalendars calendars;
    private final Catalog catalog;

    PlatformLimits(
            RuntimeService runtime,
            PushLedger ledger,
            CaseLimits limits,
            WorkingCalendars calendars,
            Catalog catalog) {
        this.runtime = runtime;
        this.ledger = ledger;
        this.limits = limits;
        this.calendars = calendars;
        this.catalog = catalog;
    }

    /** What a platform is called. */
    String name(RegionCode region, String platform) {
        return catalog.region(region).platform(platform).map(RegionPlatform::name).orElse(platform);
    }

    /**
     * The execution of everything that a sharing does about a platform, which lasts until the
     * platform has followed.
     */
    Optional<String> scope(String sharingInstance, String platform) {
        return executions(sharingInstance)
                .map(Execution::getId)
                .filter(
                        id ->
                                platform.equals(
                                        runtime.getVariableLocal(id, ProcessVariables.PLATFORM)))
                .findFirst();
    }

    /** The step at which a sharing waits for a platform just now. */
    Optional<String> waiting(String sharingInstance, String platform) {
        return WAITING.stream()
                .flatMap(
                        step ->
                                runtime
                                        .createExecutionQuery()
                                        .processInstanceId(sharingInstance)
                                        .activityId(step)
                                        .list()
                                        .stream())
                .map(Execution::getId)
                .filter(id -> platform.equals(runtime.getVariable(id, ProcessVariables.PLATFORM)))
                .findFirst();
    }

    private Stream<Execution> executions(String sharingInstance) {
        return runtime.createExecutionQuery().processInstanceId(sharingInstance).list().stream();
    }

    OffsetDateTime dueAt(RegionCode region, String platform, String sharingNo) {
        return BusinessClock.at(
                calendars
                        .forRegion(region)
                        .moment(
                                ledger.begunAt(sharingNo).toInstant(),
                                DeadlineText.parse(limits.platform(region, sharingNo, platform))));
    }
}
