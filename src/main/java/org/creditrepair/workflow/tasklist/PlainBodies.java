package org.creditrepair.workflow.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.creditrepair.problem.RefusedException;

/**
 * Checks JSON bodies of the engine's interfaces before the engine reads them. Refused are bodies
 * that are too large, control and format characters (written out or escaped), expressions in
 * queries at any depth, and variables of other types than {@link #PLAIN_TYPES}: the engine would
 * build an object of a class that the sender names.
 */
public class PlainBodies implements ReaderInterceptor {

    private static final int MAX = 2 * 1024 * 1024;

    /** Types of variables that are values, in lower case. */
    private static final Set<String> PLAIN_TYPES =
            Set.of(
                    "string", "boolean", "integer", "long", "short", "double", "date", "json",
                    "null");

    private static final Set<String> OF_OBJECTS =
            Set.of("objectTypeName", "serializationDataFormat");
    private static final String EXPRESSION = "Expression";
    private static final ObjectMapper JSON = new ObjectMapper();

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
        check("", parsed(body));
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    /** The body; nothing where it is no JSON, which the engine's own reader refuses. */
    private static JsonNode parsed(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void check(String at, JsonNode node) {
        if (node.has("type") && (node.has("value") || node.has("valueInfo"))) {
            String type = node.path("type").asText("").toLowerCase(Locale.ROOT);
            if (!node.path("type").isNull() && !PLAIN_TYPES.contains(type)) {
                throw RefusedException.malformed(
                        at.substring(at.lastIndexOf('.') + 1), "TYPE", "须为文本、数字、是否或日期");
            }
        }
        node.properties()
                .forEach(
                        field -> {
                            String name = field.getKey();
                            String below = at.isEmpty() ? name : at + "." + name;
                            if (name.endsWith(EXPRESSION)) {
                                throw RefusedException.malformed(
                                        below, "UNKNOWN_FIELD", "查询条件不接受表达式");
                            }
                            if (OF_OBJECTS.contains(name)) {
                                throw RefusedException.malformed(below, "TYPE", "须为文本、数字、是否或日期");
                            }
                            check(below, field.getValue());
                        });
        if (node.isArray()) {
            node.forEach(element -> check(at + "[]", element));
        }
    }
}
