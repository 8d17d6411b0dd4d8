package org.creditrepair.web.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.creditrepair.problem.Text;
import org.springframework.boot.jackson.JsonComponent;

/**
 * Reads every text of a JSON body in Unicode's composed form (NFC) and refuses those with control
 * or format characters, so that none of them is believed anywhere behind.
 */
@JsonComponent
class PlainText extends StdScalarDeserializer<String> {

    static final String UNSEEN = Text.unseen("").message();

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (parser.currentToken().isScalarValue() && !parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !Text.isPlain(text)) {
            throw context.weirdStringException("", String.class, UNSEEN);
        }
        return Text.normalized(text);
    }
}
