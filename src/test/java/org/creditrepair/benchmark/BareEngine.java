package org.creditrepair.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;

/**
 * Camunda 7 by itself, through its Java API, with the server's own models emptied: the same nodes,
 * timers and transactions, but every step does nothing. One that tells has an external task for
 * each of six platforms, which a worker fetches and completes, and four processes of notices.
 */
final class BareEngine implements AutoCloseable {

    private static final String NEVER = "2099-01-01T00:00:00";
    private static final String TOPIC = "push";
    private static final int PLATFORMS = 6;
    private static final int NOTICES = 4;
    private static final int MOST = 20;
    private static final long LOCK = 60_000;

    private final boolean telling;
    private final ProcessEngine engine;
    private final HikariDataSource dataSource = new HikariDataSource();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    BareEngine(Map<String, Object> database, boolean telling) throws IOException {
        this.telling = telling;
        dataSource.setJdbcUrl((String) database.get("spring.datasource.url"));
        dataSource.setUsername((String) database.get("spring.datasource.username"));
        dataSource.setPassword((String) database.get("spring.datasource.password"));
        dataSource.setMaximumPoolSize(24);
        StandaloneProcessEngineConfiguration configuration =
                new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(true);
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (String model :
                new String[] {
                    "intake/joint-application",
                    "paths/penalty-other",
                    "sharing/result-sharing",
                    "service/message-delivery"
                }) {
            String file = model + ".bpmn";
            deployment.addString(file, emptied(Files.readString(Path.of("processes", file))));
        }
        deployment.deploy();
        if (telling) {
            worker.execute(this::tell);
        }
    }

    /** Fetches and completes until the engine closes. */
    private void tell() {
        ExternalTaskService tasks = engine.getExternalTaskService();
        while (!worker.isShutdown()) {
            List<LockedExternalTask> fetched =
                    tasks.fetchAndLock(MOST, "worker").topic(TOPIC, LOCK).execute();
            fetched.forEach(task -> tasks.complete(task.getId(), "worker"));
            if (fetched.isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
    }

    /** One case from start to its last human task; the rest is the job executor's. */
    void runCase(String number) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "joint-application",
                        number,
                        Map.of("region", "150100", "applicationNo", number, "itemNo", 1));
        complete(number, "acceptance", Map.of("acceptanceOutcome", "ACCEPT"));
        complete(number, "decision", Map.of("decisionOutcome", "REPAIR"));
        for (int i = 0; telling && i < NOTICES; i++) {
            engine.getRuntimeService().startProcessInstanceByKey("message-delivery");
        }
    }

    /** Processes with a limit each, all of which end at the same moment. */
    void startLimits(int count, String end) throws IOException {
        String model = emptied(Files.readString(Path.of("processes/service/hotline-request.bpmn")));
        int limit = model.lastIndexOf(NEVER + "</bpmn:timeDate>");
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "hotline-request.bpmn",
                        model.substring(0, limit) + end + model.substring(limit + NEVER.length()))
                .deploy();
        for (int i = 0; i < count; i++) {
            engine.getRuntimeService().startProcessInstanceByKey("hotline-request");
        }
    }

    /** How many timers are due and have not been run. */
    long dueTimers() {
        return engine.getManagementService().createJobQuery().timers().executable().count();
    }

    /** Looks for what is due at once. */
    void wake() {
        ((org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl)
                        engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded();
    }

    long openCases() {
        return engine.getRuntimeService().createProcessInstanceQuery().count();
    }

    private void complete(String number, String key, Map<String, Object> variables) {
        Task task =
                engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number + "-1")
                        .taskDefinitionKey(key)
                        .singleResult();
        engine.getTaskService().claim(task.getId(), "reviewer");
        engine.getTaskService().complete(task.getId(), variables);
    }

    private String emptied(String model) {
        return model.replaceAll("<camunda:executionListener[^>]*/>", "")
                .replaceAll(
                        "camunda:delegateExpression=\"[^\"]*\"", "camunda:expression=\"\\${true}\"")
                .replaceAll(
                        "camunda:type=\"external\" camunda:topic=\"[^\"]*\"",
                        telling
                                ? "camunda:type=\"external\" camunda:topic=\"" + TOPIC + "\""
                                : "camunda:expression=\"\\${true}\"")
                .replaceAll("camunda:formRef(Binding)?=\"[^\"]*\"", "")
                .replaceAll(
                        "camunda:candidateGroups=\"[^\"]*\"",
                        "camunda:candidateGroups=\"reviewers\"")
                .replaceAll(
                        "camunda:(dueDate|followUpDate)=\"[^\"]*\"", "camunda:$1=\"" + NEVER + "\"")
                .replaceAll("(<bpmn:timeDate[^>]*>)[^<]*", "$1" + NEVER)
                .replaceAll("(<bpmn:timeDuration[^>]*>)[^<]*", "$1P1000D")
                .replaceAll("calledElement=\"\\$[^\"]*\"", "calledElement=\"penalty-other\"")
                .replaceAll("camunda:calledElementTenantId=\"[^\"]*\"", "")
                .replaceAll("\\$\\{cases\\.item\\([^\"]*\"", "penalty-other\"")
                .replaceAll("businessKey=\"\\$\\{sharingNo}\"", "businessKey=\"sharing\"")
                .replaceAll("<camunda:in source=\"sharingNo\"[^>]*/>", "")
                .replaceAll("\\$\\{cases\\.is(Displayed|RepairDecided)[^}]*}", "\\${true}")
                .replaceAll("\\$\\{cases\\.ha[^}]*}", "\\${false}")
                .replaceAll("\\$\\{sharing\\.standing[^}]*'SETTLED'}", "\\${true}")
                .replaceAll("\\$\\{sharing\\.standing[^}]*}", "\\${false}")
                .replaceAll("ReceiptsArrived-\\$\\{platform}", "ReceiptsArrived")
                .replaceAll(
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"\\$\\{sharing[^>]*/>",
                        instances(telling ? PLATFORMS : 0))
                .replaceAll(
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=[^>]*/>",
                        instances(1));
    }

    private static String instances(int count) {
        return "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>"
                + count
                + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";
    }

    @Override
    public void close() {
        worker.shutdown();
        engine.close();
        dataSource.close();
    }
}
