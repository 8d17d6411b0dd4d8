package org.creditrepair.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The mail server of the sandbox, where no real one is configured: it keeps what is sent, and
 * behaves as its mode says.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "none")
class SandboxMailbox extends JavaMailSenderImpl {

    static final String PLATFORM = "email";

    private final SandboxPlatforms platforms;
    private final ObjectMapper json;

    SandboxMailbox(SandboxPlatforms platforms, ObjectMapper json) {
        this.platforms = platforms;
        this.json = json;
        getSession().getProperties().setProperty("mail.from", "credit-repair@example.com");
    }

    @Override
    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
        if (platforms.mode(PLATFORM) != Mode.NORMAL) {
            throw new MailSendException("系统繁忙");
        }
        for (MimeMessage message : messages) {
            try {
                ObjectNode kept = json.createObjectNode();
                kept.put("event", "NOTICE");
                kept.put("email", message.getRecipients(Message.RecipientType.TO)[0].toString());
                kept.put("title", message.getSubject());
                kept.put("text", String.valueOf(message.getContent()));
                platforms.receive(PLATFORM, message.getHeader("Message-ID")[0], kept);
            } catch (MessagingException | IOException e) {
                throw new MailSendException("邮件有误", e);
            }
        }
    }
}
