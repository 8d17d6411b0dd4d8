package org.creditrepair.workflow.steps;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.creditrepair.application.Stage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens when a limit is near (临期) or past (超期). */
@Configuration(proxyBeanMethods = false)
class WatchLimits {

    @Bean
    CaseStep warnAcceptance(Warnings warnings) {
        return (key, execution) -> warnings.warn(key, Stage.ACCEPTANCE, execution);
    }

    @Bean
    CaseStep warnVerification(Warnings warnings) {
        return (key, execution) -> warnings.warn(key, Stage.VERIFICATION, execution);
    }

    @Bean
    CaseStep warnDecision(Warnings warnings) {
        return (key, execution) -> warnings.warn(key, Stage.DECISION, execution);
    }

    @Bean
    CaseStep recordAcceptanceBreach(Breaches breaches) {
        return (key, execution) -> breaches.recordTask(execution);
    }

    @Bean
    CaseStep recordVerificationBreach(Breaches breaches) {
        return (key, execution) -> breaches.recordTask(execution);
    }

    @Bean
    CaseStep recordDecisionBreach(Breaches breaches) {
        return (key, execution) -> breaches.recordTask(execution);
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

    /** 登记临期. */
    @Bean
    JavaDelegate warnMatter(Warnings warnings) {
        return warnings::warn;
    }

    /** 登记超期. */
    @Bean
    JavaDelegate recordMatterBreach(Breaches breaches) {
        return breaches::recordTask;
    }
}
