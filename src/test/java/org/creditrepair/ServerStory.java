package org.creditrepair;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.cost.CountedStatements;
import org.creditrepair.coverage.ModelCoverage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole server with its demo, by HTTP; each begins on a Monday morning with all
 * platforms well. All of them share one server. They run on H2; those whose stores, locks or limits
 * another database could answer otherwise are tagged {@code database} and run on PostgreSQL too,
 * with the stories of one path for each shape of path.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.shutdown=immediate",
            "creditrepair.access.lookups-per-minute=1000000",
            "creditrepair.access.codes-per-minute=1000000",
            "creditrepair.access.failures-of-address=1000000",
            "creditrepair.sharing.timeout=1s",
            "creditrepair.sharing.poll=200ms",
            "creditrepair.workflow.reconciliation-schedule=0 0 3 29 2 ?",
            "creditrepair.sharing.retry-pauses=1s,10m,1h",
            "creditrepair.sharing.jitter=0",
            "creditrepair.sharing.breaker-pause=1s"
        })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ModelCoverage.class, CountedStatements.class})
public abstract class ServerStory {

    /** The Monday on which every story begins. */
    protected static final OffsetDateTime MONDAY =
            OffsetDateTime.parse("2026-03-02T09:00:00+08:00");

    /** Where results of Hohhot are shared. */
    protected static final List<String> PLATFORMS =
            List.of("creditchina", "creditchina-local", "gsxt", "credit-platform");

    @LocalServerPort protected int port;
    @Autowired protected ProcessEngine engine;
    @Autowired protected BusinessClock clock;
    @Autowired protected HistoryService history;
    @Autowired protected RepositoryService repository;
    @Autowired protected RuntimeService runtime;
    @Autowired protected ManagementService management;
    @Autowired protected JdbcClient jdbc;
    protected Town town;

    /** What is waited for may take long on a busy machine. */
    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    }

    @BeforeEach
    void onMonday() {
        BpmnAwareTests.init(engine);
        clock.moveTo(MONDAY.toInstant());
        town = new Town(port, region());
        PLATFORMS.forEach(platform -> town.behave(platform, "NORMAL"));
    }

    /** Where the story happens. */
    protected String region() {
        return "150100";
    }

    /** The daily sweep runs to its end. */
    protected void sweep() {
        runToItsEnd("disclosure-sweep");
    }

    /** The daily supervision runs to its end. */
    protected void superviseDaily() {
        runToItsEnd("daily-supervision");
    }

    private void runToItsEnd(String process) {
        runtime.startProcessInstanceByKey(process);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                runtime.createProcessInstanceQuery()
                                                .processDefinitionKey(process)
                                                .count()
                                        == 0);
    }

    /** Rows of a table. */
    protected int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
