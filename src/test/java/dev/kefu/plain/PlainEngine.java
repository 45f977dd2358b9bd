package dev.kefu.plain;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The same models on the engine as its starter sets it up: full history, authorizations off unless a setting says
 * otherwise, no rules of ours. Its service tasks write what the models read and nothing else, so it has less to do than
 * Kefu: it keeps no orders, no money and no cases.
 */
public class PlainEngine implements AutoCloseable {

    private final ConfigurableApplicationContext application;

    private PlainEngine(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Our own libraries that would want tables or logins of ours stay out; the engine's starter decides everything else. */
    @EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
        JpaRepositoriesAutoConfiguration.class, SecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class,
        UserDetailsServiceAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
    static class Application {
    }

    /** On the database of this address, with more settings if need be ({@code --name=value}). */
    public static PlainEngine start(String address, String... settings) throws IOException {
        return start(address, context -> { }, settings);
    }

    /** The same with beans of the test's own. */
    public static PlainEngine start(String address, Consumer<GenericApplicationContext> more, String... settings)
            throws IOException {
        var all = Stream.concat(Stream.of("--spring.config.name=stock", "--spring.profiles.active=stock",
                "--spring.main.banner-mode=off", "--server.port=0", "--spring.datasource.url=" + address,
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
                "--camunda.bpm.auto-deployment-enabled=false"), Stream.of(settings));
        var application = new SpringApplicationBuilder(Application.class)
                .initializers(context -> addSteps((GenericApplicationContext) context),
                        context -> more.accept((GenericApplicationContext) context))
                .run(all.toArray(String[]::new));
        var stock = new PlainEngine(application);
        var deployment = stock.engine().getRepositoryService().createDeployment();
        for (var pattern : new String[] {"processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form"}) {
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern)) {
                deployment.addInputStream(resource.getFilename(), resource.getInputStream());
            }
        }
        deployment.deploy();
        return stock;
    }

    public ProcessEngine engine() {
        return application.getBean(ProcessEngine.class);
    }

    public int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public HikariDataSource pool() {
        return application.getBean(HikariDataSource.class);
    }

    private static void addSteps(GenericApplicationContext context) {
        try {
            var steps = new HashMap<String, Consumer<DelegateExecution>>(steps(context));
            var models = new PathMatchingResourcePatternResolver().getResources("classpath:processes/**/*.bpmn");
            for (var resource : models) {
                Bpmn.readModelFromStream(resource.getInputStream()).getModelElementsByType(ServiceTask.class).stream()
                        .map(ServiceTask::getCamundaDelegateExpression)
                        .map(expression -> expression.replaceAll("[${}]", ""))
                        .forEach(name -> context.registerBean(name, JavaDelegate.class,
                                () -> execution -> steps.getOrDefault(name, nothing -> { }).accept(execution)));
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, Consumer<DelegateExecution>> steps(GenericApplicationContext context) {
        return Map.ofEntries(
                Map.entry("registerReturn", execution -> {
                    execution.setVariable("caseNumber", execution.getProcessBusinessKey());
                    execution.setVariable("goods", "1 × Kettle, 1.7 l");
                    execution.setVariable("reviewers", "returnsSpecialists");
                    execution.setVariable("nextStep", null);
                }),
                Map.entry("assessEligibility", execution -> {
                    var verdict = context.getBean(DecisionService.class)
                            .evaluateDecisionTableByKey("return-policy").variables(Map.of(
                                    "reason", execution.getVariable("reason"),
                                    "resolution", execution.getVariable("resolution"),
                                    "daysSinceDelivery", 2, "category", "APPLIANCES", "value", 600.0,
                                    "exceptionsThisYear", 0))
                            .evaluate();
                    execution.setVariable("verdict", verdict.getFirstResult().getEntry("why"));
                }),
                Map.entry("approveReturn", execution -> {
                    execution.setVariable("whereabouts", "WITH_CUSTOMER");
                    execution.setVariable("collection", "BY_HAND");
                    execution.setVariable("parcelHere", false);
                    execution.setVariable("parcelFailed", false);
                }),
                Map.entry("recordWayBack", execution -> execution.setVariable("returnDeadline",
                        Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(10))))),
                Map.entry("chooseNextStep", execution -> {
                    var next = Map.of("REFUND", "REFUND", "EXCHANGE", "REPLACE", "REPAIR", "REPAIR")
                            .get((String) execution.getVariable("resolution"));
                    execution.setVariable("nextStep", execution.hasVariable("settled")
                            ? execution.getVariable("settled") : next);
                }),
                Map.entry("recordReplacement", execution -> execution.setVariable("settled", "CLOSE")),
                Map.entry("recordRepair", execution -> execution.setVariable("settled", "SEND_BACK")),
                Map.entry("recordShipBack", execution -> execution.setVariable("settled", "CLOSE")),
                Map.entry("recordRefund", execution -> execution.setVariable("settled", "CLOSE")),
                Map.entry("recordWithdrawal", execution -> execution.setVariable("nextStep", "CLOSE")),
                Map.entry("decideRefund", execution -> {
                    execution.setVariable("amount", "585.62");
                    execution.setVariable("cause", "RETURN");
                    execution.setVariable("requestedBy", "warehouse");
                }),
                Map.entry("openRefund", execution -> execution.setVariable("askerGrade", "NONE")),
                Map.entry("authorisePayout", execution -> execution.setVariable("payoutStep", "ORDER")),
                Map.entry("orderPayout", execution -> {
                    execution.setVariable("payoutStep", "PAID");
                    execution.setVariable("refundOutcome", "PAID");
                    execution.setVariable("refundNote", null);
                }));
    }

    @Override
    public void close() {
        application.close();
    }
}
