package org.creditrepair;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole server with its demo, by HTTP. All such tests share one server and run
 * on H2 and on PostgreSQL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.shutdown=immediate",
            "creditrepair.sharing.timeout=1s",
            "creditrepair.sharing.poll=200ms",
            "creditrepair.sharing.retry-pauses=1s,10m,1h"
        })
@ContextConfiguration(initializers = TestDatabase.class)
public @interface ServerTest {}
