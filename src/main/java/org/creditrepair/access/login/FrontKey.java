package org.creditrepair.access.login;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * By which the pages for applicants are believed in whose name they ask: so that look-ups count for
 * the people before the pages, not for the pages' own server.
 */
@Component
public class FrontKey {

    /** The header with the key. */
    public static final String KEY = "X-Front-Key";

    /** The header with the address of whoever asks. */
    public static final String ASKER = "X-Front-Asker";

    private final String value;

    /**
     * @param configured shared with pages that run in another server; empty for a key of this start
     */
    public FrontKey(@Value("${creditrepair.front.key:}") String configured) {
        this.value = configured.isEmpty() ? UUID.randomUUID().toString() : configured;
    }

    public String value() {
        return value;
    }

    /** The address of whoever asks: what the pages say, if it is they, else the sender's. */
    String addressOf(HttpServletRequest request) {
        String key = request.getHeader(KEY);
        String asker = request.getHeader(ASKER);
        boolean believed =
                key != null
                        && asker != null
                        && MessageDigest.isEqual(
                                key.getBytes(StandardCharsets.UTF_8),
                                value.getBytes(StandardCharsets.UTF_8));
        return believed ? asker : request.getRemoteAddr();
    }
}
