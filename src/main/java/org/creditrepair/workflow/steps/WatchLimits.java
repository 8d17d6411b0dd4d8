package org.creditrepair.workflow.steps;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Delegates of the timers on deadlines: near (临期) and past (超期). */
@Configuration(proxyBeanMethods = false)
class WatchLimits {

    /** 提醒. */
    @Bean
    JavaDelegate warnLimit(Warnings warnings) {
        return warnings::warn;
    }

    /** 登记超期. */
    @Bean
    JavaDelegate recordBreach(Breaches breaches) {
        return breaches::recordTask;
    }

    /** 登记同步超期. */
    @Bean
    CaseStep recordSharingBreach(Breaches breaches) {
        return (key, execution) -> breaches.recordSharing(key, execution);
    }

    /** 登记同步超期: a platform has not followed in time. */
    @Bean
    JavaDelegate recordPlatformBreach(Breaches breaches) {
        return breaches::recordPlatform;
    }

    /** 显示同步超期. */
    @Bean
    JavaDelegate showPlatformBreach(Breaches breaches) {
        return breaches::showPlatform;
    }
}
