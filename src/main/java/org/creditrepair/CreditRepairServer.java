package org.creditrepair;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.web.servlet.WebMvcObservationAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The server behind the one-stop credit repair service (信用修复“一件事”). Observations are left out:
 * nobody reads them, and each filter of each request would pay for them.
 */
@SpringBootApplication(
        exclude = {
            UserDetailsServiceAutoConfiguration.class,
            ObservationAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class
        })
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(
        systemName = "Credit repair server",
        sharedModules = {"problem", "clock", "storage", "vocabulary"})
public class CreditRepairServer {

    public static void main(String[] args) {
        SpringApplication.run(CreditRepairServer.class, args);
    }
}
