package org.creditrepair.web.shared;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.creditrepair.problem.Day;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How strictly requests are read: days as {@link Day} writes them, and no text, number or truth
 * value in place of another; and how much of them.
 */
@Configuration(proxyBeanMethods = false)
class RequestFormat implements WebMvcConfigurer {

    /** A whole delivery of records fits; the longest text of a form many times. */
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder()
                    .maxDocumentLength(8L * 1024 * 1024)
                    .maxStringLength(64 * 1024)
                    .build();

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, text -> Day.parse(text.strip()));
    }

    /** Bodies of requests are bounded; what platforms answer and what is stored is not. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        for (HttpMessageConverter<?> one : converters) {
            if (one instanceof MappingJackson2HttpMessageConverter json) {
                ObjectMapper bounded = json.getObjectMapper().copy();
                bounded.getFactory().setStreamReadConstraints(BOUNDS);
                json.setObjectMapper(bounded);
            }
        }
    }

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictRequests() {
        return builder ->
                builder.deserializerByType(LocalDate.class, new Days())
                        .featuresToDisable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    private static final class Days extends FromStringDeserializer<LocalDate> {

        private static final long serialVersionUID = 1;

        Days() {
            super(LocalDate.class);
        }

        @Override
        protected LocalDate _deserialize(String text, DeserializationContext context)
                throws IOException {
            try {
                return Day.parse(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, LocalDate.class, e.getMessage());
            }
        }
    }
}
