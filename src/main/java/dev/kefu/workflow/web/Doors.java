package dev.kefu.workflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.language.HouseWords;
import dev.kefu.language.LanguageChoices;
import dev.kefu.language.ReaderLanguage;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.CaseProcess;
import dev.kefu.workflow.StoredNames;
import dev.kefu.workflow.TaskNames;
import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.util.function.SingletonSupplier;

/**
 * Every door of the house and who may come in. What is not named here is shut.
 *
 * <p>Several servlets share the server (Spring's, and Jersey's for the engine), so every pattern is a path from the root.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    /** Goes first, so that no answer leaves without its headers and nothing below meets an ambiguous address. */
    @Bean
    FilterRegistrationBean<Threshold> threshold(ProblemResponses problems, RequestAddress address,
            ReaderLanguage reader, Environment environment) {
        var threshold = new FilterRegistrationBean<>(
                new Threshold(problems, address, reader, environment.acceptsProfiles(Profiles.of("prod"))));
        threshold.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return threshold;
    }

    /**
     * The engine's web applications have a login, sessions and cross-site protection of their own, with gaps that
     * {@link WebApplicationDoors} shuts.
     */
    @Bean
    @Order(1)
    SecurityFilterChain webApplications(HttpSecurity http, ProblemResponses problems, Accounts accounts,
            ProcessEngine engine, LanguageCookie cookie, LanguageChoices choices, HouseWords words, StoredNames names,
            TaskNames tasks, ObjectProvider<CaseProcess> processes) throws Exception {
        var declarations = SingletonSupplier.of(() -> processes.stream().toList());
        return http
                .securityMatcher(PATH.matcher("/camunda/**"))
                .authorizeHttpRequests(doors -> doors.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new WebApplicationDoors(engine, accounts, problems, cookie, choices), AuthorizationFilter.class)
                .addFilterBefore(new NoncePerRequest(), AuthorizationFilter.class)
                .addFilterBefore(new TranslatedAnswers(words, tasks.labels(), declarations::obtain), AuthorizationFilter.class)
                .addFilterBefore(new WrittenBack(words, names, tasks), AuthorizationFilter.class)
                .addFilterBefore(new BoundedLists(longestList(engine)), AuthorizationFilter.class)
                .build();
    }

    /** The interfaces and our own pages: an account of the engine, by Basic or by the web applications' login. */
    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(HttpSecurity http, ProblemResponses problems, Accounts accounts,
            IdentityService identity, ProcessEngine engine) throws Exception {
        var notLoggedIn = new NotLoggedIn(problems);
        return http
                .authorizeHttpRequests(doors -> doors
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(PATH.matcher(HttpMethod.GET, "/"), PATH.matcher(HttpMethod.GET, "/favicon.ico"),
                                PATH.matcher(HttpMethod.GET, "/actuator/health/**"),
                                PATH.matcher(HttpMethod.GET, OwnPages.FILES), PATH.matcher(HttpMethod.GET, OwnPages.ICON),
                                PATH.matcher(HttpMethod.GET, OwnPages.LOGIN)).permitAll()
                        .requestMatchers(PATH.matcher("/api/**"), PATH.matcher("/engine-rest/**")).authenticated()
                        .requestMatchers(PATH.matcher(HttpMethod.GET, OwnPages.ROOT), PATH.matcher(HttpMethod.GET, OwnPages.ALL))
                        .authenticated()
                        .anyRequest().denyAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(notLoggedIn))
                .authenticationProvider(new EngineAccounts(accounts))
                .exceptionHandling(refusal -> refusal
                        .authenticationEntryPoint(notLoggedIn)
                        .accessDeniedHandler((request, response, reason) -> problems.write(request, response,
                                HttpStatus.FORBIDDEN, "You may not do this.")))
                .addFilterBefore(new WebApplicationLogin(engine, accounts, problems), BasicAuthenticationFilter.class)
                .addFilterAfter(new ActingPerson(identity, accounts), AuthorizationFilter.class)
                .addFilterAfter(new BoundedLists(longestList(engine)), AuthorizationFilter.class)
                // A new session id with each request would log out every page that loads more than one file
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // The others are there already: Threshold
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .build();
    }

    private static int longestList(ProcessEngine engine) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getQueryMaxResultsLimit();
    }

    /** The threshold has let through what may be let through; this must not be stricter. */
    @Bean
    HttpFirewall firewall() {
        return Threshold.firewallForNames();
    }

    @Bean
    ProblemResponses problemResponses(ObjectMapper json, ReadersWords words) {
        return new ProblemResponses(json, words);
    }
}
