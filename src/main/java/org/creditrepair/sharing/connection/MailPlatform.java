package org.creditrepair.sharing.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.creditrepair.vocabulary.RegionCode;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends e-mails (电子邮件) by SMTP. The key of a push is its Message-ID, by which a mail server knows a
 * message that is sent again. What the server takes is settled: SMTP has no receipts.
 */
final class MailPlatform implements PlatformClient {

    private static final Logger LOG = LoggerFactory.getLogger(MailPlatform.class);

    /** Replies from here on are final (RFC 5321, 4.2.1). */
    private static final int FOR_GOOD = 500;

    private final JavaMailSender mail;
    private final ObjectMapper json;

    MailPlatform(JavaMailSender mail, ObjectMapper json) {
        this.mail = mail;
        this.json = json;
    }

    @Override
    public boolean canBeCompared() {
        return false;
    }

    @Override
    public PlatformAnswer send(String idempotencyKey, String payload)
            throws DeliveryFailedException {
        try {
            mail.send(message(idempotencyKey, json.readTree(payload)));
            return new PlatformAnswer(true, "邮件服务器已接收");
        } catch (AddressException e) {
            throw DeliveryFailedException.refused("邮箱地址有误");
        } catch (MailSendException e) {
            LOG.warn("{}", e.getMessage());
            throw isRefused(e)
                    ? DeliveryFailedException.refused("邮件服务器不接受收件地址")
                    : DeliveryFailedException.retry("邮件服务器无法连接，或未接收邮件");
        } catch (MailException e) {
            LOG.warn("{}", e.getMessage());
            throw DeliveryFailedException.retry("邮件服务器未通过认证");
        } catch (MessagingException | JsonProcessingException e) {
            throw DeliveryFailedException.refused("邮件内容有误：" + e.getMessage());
        }
    }

    private MimeMessage message(String key, JsonNode push) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper helper =
                new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        message.setFrom();
        helper.setTo(push.path("email").asText());
        helper.setSubject("信用修复：" + push.path("title").asText());
        helper.setText(push.path("text").asText());
        message.setHeader("Message-ID", "<" + key + "@credit-repair.invalid>");
        return message;
    }

    /** Whether the server refused the address for good, so that repeating changes nothing. */
    private static boolean isRefused(MailSendException failure) {
        return failure.getFailedMessages().values().stream()
                .flatMap(MailPlatform::withCauses)
                .anyMatch(
                        cause ->
                                cause instanceof SMTPAddressFailedException address
                                        && address.getReturnCode() >= FOR_GOOD);
    }

    private static Stream<Throwable> withCauses(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    @Override
    public PlatformAnswer askReceipt(String idempotencyKey, String payload)
            throws DeliveryFailedException {
        return send(idempotencyKey, payload);
    }

    @Override
    public DisplayPage displayed(RegionCode region, String cursor) {
        throw new IllegalStateException("an e-mail server displays no records");
    }
}
