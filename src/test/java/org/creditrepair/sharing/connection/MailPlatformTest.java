package org.creditrepair.sharing.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.creditrepair.sharing.connection.DeliveryFailedException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** E-mails over real SMTP. */
class MailPlatformTest {

    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private final ObjectMapper json = new ObjectMapper();

    private MailPlatform platform(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        sender.getJavaMailProperties()
                .putAll(
                        Map.of(
                                "mail.from", "credit@example.com",
                                "mail.smtp.connectiontimeout", "5000",
                                "mail.smtp.timeout", "5000"));
        return new MailPlatform(sender, json);
    }

    private String push(String email) throws IOException {
        return json.writeValueAsString(
                Map.of("email", email, "title", "申请已受理", "text", "虚构商贸有限公司：您的申请已受理。"));
    }

    @Test
    void aMessageArrivesWithItsWordsAndTheKeyAsItsId() throws Exception {
        PlatformAnswer answer =
                platform(SERVER.getSmtp().getPort())
                        .send(
                                "15010020260302000001-1-notice-7-email-NOTICE",
                                push("a@example.com"));
        assertThat(answer.settled()).isTrue();
        MimeMessage received = SERVER.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("信用修复：申请已受理");
        assertThat(received.getFrom()[0]).hasToString("credit@example.com");
        assertThat(received.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("a@example.com");
        assertThat(received.getMessageID())
                .isEqualTo("<15010020260302000001-1-notice-7-email-NOTICE@credit-repair.invalid>");
        assertThat(String.valueOf(received.getContent()).strip()).isEqualTo("虚构商贸有限公司：您的申请已受理。");
        assertThat(GreenMailUtil.getHeaders(received)).doesNotContain("Bcc");
    }

    @Test
    void aServerThatIsDownIsTriedAgain() throws Exception {
        int free;
        try (ServerSocket unused = new ServerSocket(0)) {
            free = unused.getLocalPort();
        }
        assertThat(failure(free).kind()).isEqualTo(Kind.RETRY);
    }

    @Test
    void anAddressThatTheServerRefusesForGoodIsNotTriedAgain() throws Exception {
        assertThat(refusedWith("550 5.1.1 no such mailbox").kind()).isEqualTo(Kind.REFUSED);
        assertThat(refusedWith("450 4.2.0 greylisted").kind()).isEqualTo(Kind.RETRY);
    }

    /** A server that answers every recipient in one way. */
    private DeliveryFailedException refusedWith(String answer) throws Exception {
        try (ServerSocket listening = new ServerSocket(0)) {
            Thread server = new Thread(() -> converse(listening, answer));
            server.start();
            DeliveryFailedException failure = failure(listening.getLocalPort());
            server.join();
            return failure;
        }
    }

    private static void converse(ServerSocket listening, String answer) {
        try (Socket client = listening.accept()) {
            var in = client.getInputStream();
            var out = client.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.append((char) next);
                    continue;
                }
                String reply = line.toString().startsWith("RCPT") ? answer : "250 ok";
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                line.setLength(0);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private DeliveryFailedException failure(int port) {
        return catchThrowableOfType(
                DeliveryFailedException.class,
                () -> platform(port).send("key", push("a@example.com")));
    }
}
