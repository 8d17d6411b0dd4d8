package org.creditrepair.access.edge;

import org.creditrepair.access.AccessProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Valves and filters that run before all others. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodies(AccessProperties properties) {
        return factory -> factory.addContextValves(new BodyValve(properties));
    }

    @Bean
    FilterRegistrationBean<PlainPaths> plainPaths() {
        FilterRegistrationBean<PlainPaths> first = new FilterRegistrationBean<>(new PlainPaths());
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    @Bean
    FilterRegistrationBean<PageNonces> pageNonces() {
        FilterRegistrationBean<PageNonces> nonces = new FilterRegistrationBean<>(new PageNonces());
        nonces.addUrlPatterns("/camunda/*");
        nonces.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return nonces;
    }

    @Bean
    FilterRegistrationBean<LoginState> loginState() {
        FilterRegistrationBean<LoginState> state = new FilterRegistrationBean<>(new LoginState());
        state.addUrlPatterns(LoginState.PATH);
        return state;
    }
}
