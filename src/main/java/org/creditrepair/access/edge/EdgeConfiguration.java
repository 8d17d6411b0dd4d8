package org.creditrepair.access.edge;

import org.creditrepair.access.AccessProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before everything else. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodies(AccessProperties properties) {
        return factory -> factory.addContextValves(new BodyValve(properties));
    }
}
