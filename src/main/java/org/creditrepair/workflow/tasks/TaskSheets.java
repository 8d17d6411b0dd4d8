package org.creditrepair.workflow.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.task.Task;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.RunAsServer;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.opinion.Consultation;
import org.creditrepair.application.opinion.Consultations;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.Outcome;
import org.creditrepair.task.TaskHandlers;
import org.creditrepair.task.TaskSubject;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.queue.QueuedTask;
import org.creditrepair.workflow.queue.TaskQueue;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** What a reviewer needs in order to decide a task: its row, its sheet and its form. */
@Service
public class TaskSheets {

    private final TaskDesk desk;
    private final TaskQueue queue;
    private final CaseSheet cases;
    private final MatterSheet matters;
    private final TaskHandlers handlers;
    private final RunAsServer server;
    private final Consultations consultations;
    private final ObjectMapper json;
    private final Map<String, JsonNode> forms = new ConcurrentHashMap<>();

    TaskSheets(
            TaskDesk desk,
            TaskQueue queue,
            CaseSheet cases,
            MatterSheet matters,
            TaskHandlers handlers,
            RunAsServer server,
            Consultations consultations,
            ObjectMapper json) {
        this.consultations = consultations;
        this.desk = desk;
        this.queue = queue;
        this.cases = cases;
        this.matters = matters;
        this.handlers = handlers;
        this.server = server;
        this.json = json;
    }

    /**
     * A task that is open for work.
     *
     * @param sheet the case or matter as HTML of plain elements, without scripts
     * @param form components of the task's form, as the engine's forms have them
     * @param refused the outcomes that it cannot end with as things stand, and why
     * @param awaited codes of the units whose opinion was asked for and is not given
     */
    public record OpenTask(
            QueuedTask row,
            String sheet,
            JsonNode form,
            Map<Outcome, Violation> refused,
            List<String> awaited) {}

    /**
     * Opens a task of a region for whoever is logged in: a reviewer of the unit that has it, or who
     * leads that unit.
     *
     * @throws RefusedException if there is none that it may see
     */
    public OpenTask open(RegionCode region, String taskId, Account account) {
        QueuedTask row =
                queue.row(taskId)
                        .orElseThrow(() -> RefusedException.notFound("taskId", "该任务已办结，或不在本单位"));
        Task task =
                queue.isLed(row, account)
                        ? server.call(() -> desk.found(region, taskId))
                        : desk.found(region, taskId);
        HumanTask human = HumanTask.ofKey(task.getTaskDefinitionKey()).orElseThrow();
        return new OpenTask(
                row,
                CaseKey.isWellFormed(row.reference())
                        ? cases.render(region, CaseKey.parse(row.reference()))
                        : matters.render(region, row.reference()),
                forms.computeIfAbsent(task.getTaskDefinitionKey(), this::form),
                handlers.of(human)
                        .refused(
                                human,
                                new TaskSubject(
                                        row.reference(),
                                        region,
                                        row.limits().warnAt(),
                                        row.limits().dueAt())),
                consultations.about(region, row.reference()).stream()
                        .filter(asked -> asked.given().answeredAt() == null)
                        .map(Consultation::unit)
                        .toList());
    }

    private JsonNode form(String key) {
        try (InputStream file = new ClassPathResource("forms/" + key + ".form").getInputStream()) {
            return json.readTree(file).path("components");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
