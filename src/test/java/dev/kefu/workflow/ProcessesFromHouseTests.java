package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kefu.KefuTest;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import jakarta.annotation.Resource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** What the house itself begins and tells, with variables that nobody else may send. */
@KefuTest
@Import(ProcessesFromHouseTests.Errand.class)
class ProcessesFromHouseTests {

    private static final String KEY = "test-errand";
    private static final String CAME = "goods-came";

    @Autowired
    Processes processes;

    @Autowired
    Accounts accounts;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    /** The ended cases for which goods may still come. */
    @Resource(name = "taken")
    Set<CaseNumber> taken;

    /** A process that waits for goods. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Errand {

        static class Declaration extends CaseProcess {

            Declaration() {
                super(KEY);
                startedBy(Set.of(Groups.AGENTS));
                startsWith().needs(ProcessVariable.text("subject")).mayHave(ProcessVariable.date("by"));
                toldByHouse(CAME);
                keepsForItself(EARLIER_CASE, ProcessVariable.text("parent"), ProcessVariable.wholeNumber("pieces"),
                        ProcessVariable.choice("mood", Thread.State.class));
            }
        }

        @Bean
        CaseProcess testErrand() {
            return new Declaration();
        }

        @Bean
        Set<CaseNumber> taken() {
            return new HashSet<>();
        }

        @Bean
        FollowUp laterGoods(@Qualifier("taken") Set<CaseNumber> taken) {
            return new FollowUp() {

                @Override
                public String process() {
                    return KEY;
                }

                @Override
                public String message() {
                    return CAME;
                }

                @Override
                public boolean isAwaited(CaseNumber ended) {
                    return taken.contains(ended);
                }
            };
        }

        @Bean
        JavaDelegate openErrand() {
            var counter = new AtomicLong(500);
            return execution -> execution.setProcessBusinessKey(CaseNumber.of(2026, counter.incrementAndGet()).value());
        }

        @Bean
        @Order(0)
        StartUpStep deployErrand(RepositoryService repository) {
            return () -> repository.createDeployment().name("test").enableDuplicateFiltering(true)
                    .addModelInstance(KEY + ".bpmn", Bpmn.createExecutableProcess(KEY).name("Errand")
                            .camundaHistoryTimeToLiveString("P365D")
                            .startEvent("asked")
                            .serviceTask("openErrand").camundaDelegateExpression("${openErrand}")
                            .intermediateCatchEvent("goodsCame").message(CAME)
                            .intermediateCatchEvent("goodsCameAgain").message(CAME)
                            .endEvent("done").done())
                    .deploy();
        }
    }

    @Test
    void startsWithWhatTheProcessKeepsForItselfWhoeverActs() {
        var parent = CaseNumber.of(2026, 77);

        var started = new ArrayList<Processes.Started>();
        accounts.runAs("nobody", () -> started.add(processes.startFromHouse(KEY, Map.of("parent", parent,
                "by", LocalDate.of(2026, 12, 1), "mood", Thread.State.WAITING, "pieces", 3))));

        assertThat(runtime.getVariables(started.get(0).processInstanceId())).containsEntry("parent", parent.value())
                .containsEntry("by", "2026-12-01").containsEntry("mood", "WAITING").containsEntry("pieces", 3);
        accounts.runAs("nobody", () -> assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> processes.start(KEY, Map.of("subject", "x"))));
    }

    @Test
    void startsNothingWithWhatTheProcessDoesNotKnow() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> processes.startFromHouse(KEY, Map.of("colour", "red"))).withMessageContaining("colour");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> processes.startFromHouse(KEY, Map.of("pieces", "three")));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> processes.startFromHouse("test-nothing", Map.of()));
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(KEY).variableValueEquals("pieces", "three").count())
                .isZero();
    }

    @Test
    void startsNothingWhereTheTransactionAroundItFails() {
        var before = runtime.createProcessInstanceQuery().processDefinitionKey(KEY).count();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> transaction.executeWithoutResult(status -> {
            processes.startFromHouse(KEY, Map.of());
            throw new IllegalStateException("something else");
        }));

        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(KEY).count()).isEqualTo(before);
    }

    @Test
    void tellsWhatIsAwaitedWithVariables() {
        var started = processes.startFromHouse(KEY, Map.of());
        var number = started.caseNumber();

        assertThat(processes.isAwaited(number, KEY, CAME)).isTrue();
        assertThat(List.of(processes.isAwaited(number, KEY, "goods-went"), processes.isAwaited(number, "test-nothing", CAME),
                processes.isAwaited(CaseNumber.of(2026, 78), KEY, CAME))).containsOnly(false);
        processes.tellFromHouse(number, KEY, CAME, Map.of("pieces", 4));
        assertThat(runtime.getVariable(started.processInstanceId(), "pieces")).isEqualTo(4);
        processes.tellFromHouse(number, KEY, CAME);

        assertThat(processes.isAwaited(number, KEY, CAME)).isFalse();
        assertThatExceptionOfType(RefusedByRule.class).isThrownBy(() -> processes.tellFromHouse(number, KEY, CAME, Map.of()))
                .withMessageContaining("does not wait");
    }

    @Test
    void tellsOnlyWhoWaits() {
        var started = processes.startFromHouse(KEY, Map.of());
        var number = started.caseNumber();

        var told = List.of(processes.tellIfAwaited(number, KEY, "goods-went"), processes.tellIfAwaited(number, "test-nothing", CAME),
                processes.tellIfAwaited(CaseNumber.of(2026, 78), KEY, CAME), processes.tellIfAwaited(number, KEY, CAME),
                processes.tellIfAwaited(number, KEY, CAME), processes.tellIfAwaited(number, KEY, CAME));

        assertThat(told).containsExactly(false, false, false, true, true, false);
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(started.processInstanceId()).count()).isZero();
    }

    @Test
    void opensTheCaseThatFollowsWhereTheEndedOneTakesWhatIsTold() {
        var ended = processes.startFromHouse(KEY, Map.of()).caseNumber();
        Stream.of(1, 2).forEach(each -> processes.tellFromHouse(ended, KEY, CAME));
        taken.add(ended);

        var told = processes.tellIfAwaited(ended, KEY, CAME);
        taken.remove(ended);
        var toldAgain = processes.tellIfAwaited(ended, KEY, CAME);

        assertThat(List.of(told, toldAgain)).containsExactly(true, false);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(KEY)
                .variableValueEquals("earlierCase", ended.value()).count()).isOne();
    }
}
