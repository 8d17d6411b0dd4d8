package org.creditrepair.access.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.creditrepair.access.AccessProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Senders of slow, endless and unread bodies, on a real connection. */
@Timeout(120)
class BodyValveTest {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path directory;
    private Tomcat tomcat;
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        tomcat = new Tomcat();
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", directory.toString());
        context.getPipeline()
                .addValve(
                        new BodyValve(
                                new AccessProperties(
                                        19456,
                                        2,
                                        5,
                                        50,
                                        Duration.ofMinutes(1),
                                        120,
                                        10,
                                        AT_ONCE,
                                        100,
                                        Duration.ofMillis(300),
                                        10_000)));
        Tomcat.addServlet(
                context,
                "reader",
                new HttpServlet() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected void doPost(HttpServletRequest request, HttpServletResponse response)
                            throws IOException {
                        if (request.getRequestURI().equals("/stranger")) {
                            response.setStatus(401);
                            return;
                        }
                        reading.incrementAndGet();
                        try {
                            int read = request.getInputStream().readAllBytes().length;
                            response.getWriter().print(read);
                        } catch (IOException e) {
                            interrupted.incrementAndGet();
                            response.setStatus(400);
                        } finally {
                            reading.decrementAndGet();
                        }
                    }
                });
        context.addServletMappingDecoded("/*", "reader");
        tomcat.getConnector();
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private Socket begin(String path, String length) throws IOException {
        Socket socket = new Socket("localhost", tomcat.getConnector().getLocalPort());
        write(socket, "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n".formatted(path, length));
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String status(Socket socket) throws IOException {
        return new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
    }

    @Test
    void aBodyThatComesAtAFairSpeedIsRead() throws Exception {
        try (Socket socket = begin("/", "Content-Length: 5")) {
            write(socket, "hello");
            assertThat(status(socket)).contains("200");
        }
    }

    @Test
    void aBodyThatDripsIsCutOff() throws Exception {
        try (Socket socket = begin("/", "Content-Length: 1000000")) {
            sendUntilClosed(socket, "x");
        }
        await().atMost(PATIENCE).until(() -> interrupted.get() == 1);
        assertThat(reading).hasValue(0);
    }

    @Test
    void oneAddressHoldsNoMoreBodiesOpenThanItMayAndGetsThemBack() throws Exception {
        try (Socket first = begin("/", "Content-Length: 5");
                Socket second = begin("/", "Content-Length: 5")) {
            await().atMost(PATIENCE).until(() -> reading.get() == AT_ONCE);
            try (Socket third = begin("/", "Content-Length: 5")) {
                write(third, "hello");
                assertThat(status(third)).contains("429");
            }
            write(first, "hello");
            write(second, "hello");
            assertThat(status(first)).contains("200");
            assertThat(status(second)).contains("200");
        }
        await().atMost(PATIENCE).until(() -> reading.get() == 0);
        try (Socket again = begin("/", "Content-Length: 5")) {
            write(again, "hello");
            assertThat(status(again)).contains("200");
        }
    }

    @Test
    void anEndlessBodyOfAStrangerIsNotWaitedFor() throws Exception {
        try (Socket socket = begin("/stranger", "Transfer-Encoding: chunked")) {
            assertThat(status(socket)).contains("401");
            sendUntilClosed(socket, "5\r\nhello\r\n");
        }
    }

    private static void sendUntilClosed(Socket socket, String text) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            try {
                                write(socket, text);
                                return false;
                            } catch (IOException closed) {
                                return true;
                            }
                        });
    }
}
