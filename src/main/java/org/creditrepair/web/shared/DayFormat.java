package org.creditrepair.web.shared;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Days in requests: {@code YYYY-MM-DD} with a year of four digits. ISO 8601 allows longer years
 * with a sign, with which no term can be computed.
 */
@Configuration(proxyBeanMethods = false)
class DayFormat implements WebMvcConfigurer {

    private static final int DIGITS_OF_YEAR = 4;
    private static final DateTimeFormatter DAY =
            new DateTimeFormatterBuilder()
                    .appendValue(YEAR, DIGITS_OF_YEAR)
                    .appendLiteral('-')
                    .appendValue(MONTH_OF_YEAR, 2)
                    .appendLiteral('-')
                    .appendValue(DAY_OF_MONTH, 2)
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT)
                    .withChronology(IsoChronology.INSTANCE);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, DayFormat::parse);
    }

    private static LocalDate parse(String text) {
        return LocalDate.parse(text.strip(), DAY);
    }

    @Bean
    Jackson2ObjectMapperBuilderCustomizer daysOfFourDigitYears() {
        return builder ->
                builder.deserializerByType(LocalDate.class, new LocalDateDeserializer(DAY));
    }
}
