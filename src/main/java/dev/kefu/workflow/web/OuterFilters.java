package dev.kefu.workflow.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands before all doors, whichever servlet is behind them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BoundedBodies.Longest.class)
class OuterFilters {

    @Bean
    FilterRegistrationBean<LastResort> lastResort(ProblemResponses problems) {
        var filter = new FilterRegistrationBean<>(new LastResort(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BoundedBodies> boundedBodies(ProblemResponses problems, BoundedBodies.Longest longest) {
        var filter = new FilterRegistrationBean<>(new BoundedBodies(problems, longest));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
