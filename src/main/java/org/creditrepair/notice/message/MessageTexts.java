package org.creditrepair.notice.message;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.document.MessageKind;
import org.creditrepair.catalog.document.MessageTemplate;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Words messages: by the region's own template where it has one, else by that of all regions. */
@Component
class MessageTexts {

    private final Catalog catalog;
    private final Map<MessageKind, MessageTemplate> common = new EnumMap<>(MessageKind.class);

    /**
     * @throws IllegalStateException if a kind has no template
     */
    MessageTexts(Catalog catalog) {
        this.catalog = catalog;
        Map<MessageKind, String> written = read();
        for (MessageKind kind : MessageKind.values()) {
            String text = written.get(kind);
            if (text == null) {
                throw new IllegalStateException("messages.yaml 缺少 " + kind);
            }
            common.put(kind, MessageTemplate.of(kind, text));
        }
    }

    private static Map<MessageKind, String> read() {
        try (InputStream file = new ClassPathResource("messages.yaml").getInputStream()) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param values by the names of {@link MessageKind#names()}
     */
    String text(RegionCode region, MessageKind kind, Map<String, ?> values) {
        return Stream.ofNullable(catalog.region(region).common().messages().get(kind))
                .map(own -> MessageTemplate.of(kind, own))
                .findFirst()
                .orElseGet(() -> common.get(kind))
                .with(values);
    }
}
