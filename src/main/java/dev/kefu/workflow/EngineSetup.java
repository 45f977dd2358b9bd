package dev.kefu.workflow;

import dev.kefu.workflow.gate.DeploymentGate;
import dev.kefu.workflow.gate.NoScripts;
import dev.kefu.workflow.gate.UnreadableModels;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.lang.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** How the engine is set up, beyond what application.yaml can say. Each setting's reason stands in the ADRs. */
@Configuration(proxyBeanMethods = false)
class EngineSetup {

    @Bean
    EngineClock clock(@Value("${kefu.zone}") ZoneId zone) {
        return new EngineClock(zone);
    }

    @Bean
    Rights rights(ObjectProvider<CaseProcess> processes) {
        return new Rights(processes);
    }

    @Bean
    IdGenerator idGenerator(DataSource database) {
        return new ShortIds(database);
    }

    /** First of all plugins, because later ones build on the expression manager and the command chain. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ProcessEnginePlugin houseRules(ApplicationContext beans, ObjectProvider<CaseProcess> processes,
            ObjectProvider<FourEyes> fourEyes, ObjectProvider<CaseComments> comments,
            ObjectProvider<Interventions> interventions, ObjectProvider<FollowUps> followUps, Rights rights, EngineClock clock,
            @Value("${kefu.clean-up.from}") String cleanUpFrom, @Value("${kefu.clean-up.until}") String cleanUpUntil) {
        // Asked for with every command and every change of a variable, so looked up once
        var declarations = SingletonSupplier.of(() -> processes.stream().toList());
        var barriers = SingletonSupplier.of(() -> fourEyes.stream().toList());
        return new AbstractProcessEnginePlugin() {

            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                var house = new KnownHouse(beans, processes);
                engine.setExpressionManager(new HouseExpressions(house::serviceTask));
                engine.setScriptEngineResolver(new NoScripts());
                engine.setArtifactFactory(new NoClasses());
                engine.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(),
                        new TaskRights(barriers::obtain))));
                engine.setResourceAuthorizationProvider(new OwnRightsOnly());
                engine.setDmnEngineConfiguration(PlainFeel.configuration());
                engine.setCustomSessionFactories(new ArrayList<>(List.of(PeoplesRights.factory())));

                engine.setCustomHistoryLevels(new ArrayList<>(List.of(new HouseHistory(
                        name -> declarations.obtain().stream()
                                .anyMatch(process -> process.keepsOutOfHistory(name))))));
                engine.setHistory(HouseHistory.NAME);
                engine.setEnableDefaultDbHistoryEventHandler(false);
                engine.setCustomHistoryEventHandlers(new ArrayList<>(List.of(new EndedProcesses(beans), new HouseRecords(
                        (key, name) -> declared(declarations.obtain(), key)
                                .filter(process -> process.reserves(name)).isPresent()))));

                engine.setCustomJobHandlers(all(engine.getCustomJobHandlers(),
                        List.of(new ToldLater(() -> beans.getBean(Processes.class)))));

                engine.setHistoryCleanupBatchWindowStartTime(inShop(clock, cleanUpFrom));
                engine.setHistoryCleanupBatchWindowEndTime(inShop(clock, cleanUpUntil));

                // First of all, so that nothing of a refused deployment is parsed
                engine.setCustomPreDeployers(all(List.of(new DeploymentGate(house)), engine.getCustomPreDeployers()));
                engine.setCustomPostDeployers(all(engine.getCustomPostDeployers(), List.of(new GrantsOfNewModels(rights))));

                engine.setCustomPreCommandInterceptorsTxRequired(all(
                        engine.getCustomPreCommandInterceptorsTxRequired(), List.of(new Refusals(engine))));
                engine.setCustomPostCommandInterceptorsTxRequired(all(
                        engine.getCustomPostCommandInterceptorsTxRequired(),
                        List.of(new PeoplesCommands(interventions::getObject, followUps::getObject,
                                key -> declared(declarations.obtain(), key)),
                                new Submissions(key -> declared(declarations.obtain(), key)), new LastAdministrator(),
                                new ExpressionsInQueries(), new Conversations(comments::getObject),
                                new VariablesInQueries(), new UnreadableModels())));

                // To see a case's tasks is not to read what people wrote in its variables
                engine.setEnforceSpecificVariablePermission(true);
            }
        };
    }

    /** A time of day with the shop's offset from UTC; without it the engine takes the server's zone. */
    private static String inShop(Clock clock, String time) {
        return time + DateTimeFormatter.ofPattern("xx").format(clock.getZone().getRules().getOffset(clock.instant()));
    }

    private static <T> List<T> all(@Nullable List<? extends T> first, @Nullable List<? extends T> then) {
        return Stream.of(first, then).filter(Objects::nonNull).<T>flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Optional<CaseProcess> declared(List<CaseProcess> processes, String key) {
        return processes.stream().filter(process -> process.key().equals(key)).findFirst();
    }

    /**
     * The engine's default writes one authorization row for each task and candidate and never removes it; the task query
     * joins them all. Ours writes none: rights stand once for each group and process. Nor does it let whoever deployed a
     * model delete it together with its cases.
     */
    private static class OwnRightsOnly extends DefaultAuthorizationProvider {

        private static final AuthorizationEntity[] NONE = new AuthorizationEntity[0];

        @Override
        public AuthorizationEntity[] newDeployment(Deployment deployment) {
            return NONE;
        }

        @Override
        public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
            return NONE;
        }

        @Override
        public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
            return NONE;
        }

        @Override
        public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
            return NONE;
        }

        @Override
        public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
            return NONE;
        }
    }
}
