package org.creditrepair.registry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Reads the rules of display from their data file. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    @Bean
    DisplayPeriodRules displayPeriodRules(
            @Value("classpath:rules/display-periods.yaml") Resource file) throws IOException {
        YAMLMapper yaml =
                YAMLMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                        .build();
        RulesFile rules = yaml.readValue(file.getInputStream(), RulesFile.class);
        return new DisplayPeriodRules(rules.fields(), rules.periods(), rules.neverEarly());
    }

    @Bean
    EligibilityPolicy eligibilityPolicy(DisplayPeriodRules rules) {
        return new EligibilityPolicy(rules);
    }

    private record RulesFile(
            List<DisplayPeriodRules.Field> fields,
            List<DisplayPeriodRules.Row> periods,
            DisplayPeriodRules.NeverEarly neverEarly) {}
}
