package org.creditrepair.workflow.engine;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.creditrepair.problem.RefusedException;

/**
 * Refuses JSON bodies of the engine's interfaces that hold control or format characters, written
 * out or escaped, or are too large, before anything of them is read.
 */
public class PlainBodies implements ReaderInterceptor {

    private static final int MAX = 2 * 1024 * 1024;

    /** As they are, and as JSON escapes them; lines and tabs are allowed. */
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t]]"
                            + "|(?<!\\\\)(?:\\\\\\\\)*\\\\u(?:00(?:0[0-8BCEFbcef]|1[0-9A-Fa-f]|7[Ff]|[89][0-9A-Fa-f]|[Aa][Dd])"
                            + "|200[B-Fb-f]|202[A-Ea-e]|206[0-9A-Fa-f]|[Ff][Ee][Ff][Ff])");

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context)
            throws IOException, WebApplicationException {
        MediaType type = context.getMediaType();
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readNBytes(MAX + 1);
        if (body.length > MAX) {
            throw RefusedException.malformed("body", "TOO_LARGE", "请求内容过大");
        }
        if (UNSEEN.matcher(new String(body, StandardCharsets.UTF_8)).find()) {
            throw RefusedException.malformed("body", "CHARACTERS", "含有控制字符或不可见字符，请删除后重试");
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
