package org.creditrepair.web.tasks;

import java.util.List;
import org.creditrepair.application.model.SlaStatus;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.RefusalReason;
import org.creditrepair.web.mapping.ViewMapping;
import org.creditrepair.web.tasks.DeskSettingsController.SlaStatusView;
import org.creditrepair.web.tasks.HumanTaskController.HumanTaskView;
import org.creditrepair.web.tasks.HumanTaskController.OutcomeView;
import org.creditrepair.web.tasks.HumanTaskController.ReasonView;
import org.creditrepair.workflow.tasks.DeskTask;
import org.creditrepair.workflow.tasks.TaskDesk.Done;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps human tasks to views. */
@Mapper(config = ViewMapping.class)
public interface TaskViewMapper {

    @Mapping(target = "taskId", source = "id")
    TaskViews.TaskView task(DeskTask task);

    @Mapping(target = "status", source = "errors")
    TaskViews.DoneView done(Done done);

    default TaskViews.DoneStatus status(List<?> errors) {
        return errors.isEmpty() ? TaskViews.DoneStatus.DONE : TaskViews.DoneStatus.REFUSED;
    }

    @Mapping(target = ".", source = "asked")
    @Mapping(target = ".", source = "given")
    TaskViews.ConsultationView consultation(Consultation consultation);

    List<HumanTaskView> humanTasks(List<HumanTask> tasks);

    default HumanTaskView humanTask(HumanTask task) {
        return new HumanTaskView(
                task.name(),
                task.key(),
                task.text(),
                task.outcomeField(),
                task.fields(),
                outcomes(task.outcomes()),
                task.fields().contains(HumanTask.REFUSAL_REASON)
                        ? reasons(RefusalReason.choices())
                        : List.of());
    }

    List<OutcomeView> outcomes(List<Outcome> outcomes);

    default OutcomeView outcome(Outcome outcome) {
        return new OutcomeView(
                outcome.name(),
                outcome.text(),
                outcome.commentRequired(),
                outcome.isRefusal(),
                outcome.follows());
    }

    List<ReasonView> reasons(List<RefusalReason> reasons);

    default ReasonView reason(RefusalReason reason) {
        return new ReasonView(reason.name(), reason.text());
    }

    List<SlaStatusView> statuses(List<SlaStatus> statuses);

    default SlaStatusView status(SlaStatus status) {
        return new SlaStatusView(status, status.text(), status != SlaStatus.MET);
    }
}
