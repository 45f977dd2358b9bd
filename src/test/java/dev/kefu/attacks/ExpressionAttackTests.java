package dev.kefu.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression may do in a running process, and in a query or a filter, where it has none. */
class ExpressionAttackTests extends TwoEngines {

    private static final String REFUSAL = "An expression may not use|Cannot resolve identifier|Could not resolve function";

    private String ourProcess;
    private String stockProcess;

    @BeforeAll
    void startProcesses() {
        stockProcess = stock().returnAt("reviewReturn").process();
        ourProcess = ours().returnAt("reviewReturn").process();
    }

    /** On the stock engine each of these is evaluated. */
    @ParameterizedTest
    @ValueSource(strings = {
            "${''.getClass()}",
            "${''.class}",
            "${''['class']}",
            "${''.class.forName('java.lang.Runtime')}",
            "${''.getClass().getClassLoader()}",
            "${''.bytes}",
            "${''.isEmpty()}",
            "${'a'.concat('b')}",
            "${'a'.repeat(100)}",
            "${true.class}",
            "${dateTime().getClass()}",
            "${dateTime().class}",
            "${dateTime()['class']}",
            "${dateTime().zone}",
            "${dateTime().getZone()}",
            "${dateTime().chronology}",
            "${dateTime().getChronology()}",
            "${dateTime().toDate().getClass()}",
            "${dateTime().toDate().time}",
            "${dateTime().toGregorianCalendar()}",
            "${dateTime().hourOfDay().getField()}",
            "${dateTime().toString('yyyy')}",
            "${now().time}",
            "${now().getTime()}",
            "${now().class}",
            "${currentUserGroups().add('camunda-admin')}",
            "${currentUser().length()}",
            "${execution.processEngineServices}",
            "${execution.processEngineServices.identityService}",
            "${execution.getProcessEngineServices().getRuntimeService()}",
            "${execution.processEngine}",
            "${execution.bpmnModelInstance}",
            "${execution.bpmnModelElementInstance}",
            "${execution.setVariable('amount', '1')}",
            "${execution.removeVariable('lines')}",
            "${execution.variables}",
            "${execution.getVariables()}",
            "${execution.superExecution}",
            "${execution.class}",
            "${execution['class']}",
            "${execution.tenantId}",
            "${execution.getVariable('text').getClass()}",
            "${execution.getVariable('list').add('x')}",
            "${text.class}",
            "${text.length()}",
            "${list.add('x')}",
            "${list.clear()}",
            "${list[0]}",
            "${list.stream()}",
            "${map.put('a', 'b')}",
            "${map.clear()}",
            "${map.keySet()}",
            "${map.getClass()}",
            "${json.elements()}",
            "${json.elements().get(0).prop('quantity')}",
            "${json.jsonPath('$[0]')}",
            "${json.append(1)}",
            "${json.unwrap()}",
            "${json.mapTo('java.util.ArrayList')}",
            "${json.class}",
            "${S('[1]')}",
            "${JSON('{}')}",
            "${JSON('{\"a\": 1}').prop('a').value()}",
            "${environment}",
            "${environment.getProperty('user.home')}",
            "${systemProperties}",
            "${dataSource}",
            "${dataSource.connection}",
            "${runtimeService}",
            "${identityService.createUserQuery().list()}",
            "${recordPayout.execute(execution)}",
            "${recordPayout.class}",
            "${recordPayout.getClass().classLoader}"})
    void reachNothingThatLeadsElsewhere(String expression) {
        assertThat(refusal(() -> insideAProcess(stock(), expression))).as("on the stock engine").isEmpty();

        assertThat(refusal(() -> insideAProcess(ours(), expression))).containsPattern(REFUSAL);
    }

    /** Where there is no process there are no service tasks, whoever names them. */
    @ParameterizedTest
    @ValueSource(strings = {"${recordPayout}", "${recordPayout.execute(null)}", "${recordPayout.hashCode()}"})
    void areNoWayToAServiceTaskFromAQuery(String expression) {
        assertThat(refusal(() -> outsideAProcess(stock(), expression))).as("on the stock engine")
                .doesNotContainPattern(REFUSAL);

        assertThat(refusal(() -> outsideAProcess(ours(), expression))).containsPattern(REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${text = 'x'}", "${XML('<a/>')}", "${execution.getVariable()}", "${execution.getVariable(1)}",
            "${execution.getVariable('a', 'b')}", "${task}", "${task.execution}", "${caseExecution}", "${externalTask}",
            "${dateTime().plusDays('x')}", "${dateTime().plusYears(999999999)}", "${dateTime().withDayOfMonth(99)}",
            "${dateTime().wait()}", "${dateTime().notifyAll()}", "${dateTime().withZone(null)}", "${approveReturn.refunds}",
            "${nothing}", "${nothing.class}", "${currentUserGroups().class}",
            "${list.class}", "${json.prop}", "${processEngine.identityService}", "${1.getClass()}", "${1/0 == text.class}", "${json == json.class}", "${(1", "${}", "${1 +}"})
    void areRefusedWithoutHarm(String expression) {
        assertThat(refusal(() -> insideAProcess(ours(), expression))).isNotEmpty();
    }

    @Test
    void areRefusedWhenTheyWouldFillTheStackOrTheMemory() {
        var deep = "${" + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "}";
        var negated = "${" + "!".repeat(100_000) + "true}";
        var chosen = "${" + "true ? 1 : ".repeat(5_000) + "1}";
        var product = "${1" + "*1".repeat(100_000) + "}";
        var indexed = "${text" + "['a']".repeat(5_000) + "}";

        for (var expression : List.of(deep, negated, chosen, product, indexed)) {
            assertThatThrownBy(() -> insideAProcess(ours(), expression)).isInstanceOfSatisfying(RuntimeException.class,
                    refusal -> assertThat(refusal).hasMessageContaining("An expression may not"));
        }
    }

    /** The longest and deepest that is still accepted. */
    @Test
    void mayBeAsLongAndDeepAsAnyModelNeeds() {
        assertThat(insideAProcess(ours(), "${" + "(".repeat(50) + "1" + ")".repeat(50) + "}")).isEqualTo(1L);
        assertThat(insideAProcess(ours(), "${1" + "*1".repeat(990) + "}")).isEqualTo(1L);
        assertThat(insideAProcess(ours(), "${" + "!".repeat(1_900) + "true}")).isEqualTo(true);
    }

    @Test
    void calculateWithVariablesDatesAndWhoActs() {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("${text}", "words");
        expected.put("${text == 'words'}", true);
        expected.put("${not empty text and number > 2 ? 'a' : 'b'}", "a");
        expected.put("${map.a}", 1);
        expected.put("${map['a'] + number}", 4L);
        expected.put("${empty list}", false);
        expected.put("#{execution.hasVariable('number')}", true);
        expected.put("#{execution.getVariable('number')}", 3);
        expected.put("${execution.hasVariable('nothing')}", false);
        expected.put("${currentUser()}", "agent");
        expected.put("${authenticatedUserId}", "agent");
        expected.put("${currentUserGroups()}", List.of("agents"));
        expected.put("${dateTime().withYear(2031).withDayOfYear(3).getYear()}", 2031);
        expected.forEach((expression, value) -> assertThat(insideAProcess(ours(), expression)).as(expression).isEqualTo(value));
        assertThat(outsideAProcess(ours(), "${now()}")).isInstanceOf(Date.class);
        assertThat(outsideAProcess(ours(), "${dateTime().plusDays(2).toDate()}")).isInstanceOf(Date.class);
        assertThat(insideAProcess(ours(), "#{execution.processBusinessKey}").toString()).startsWith("KF-");
    }

    /** Why the engine did not evaluate it, empty if it did. */
    private static String refusal(Supplier<Object> evaluation) {
        try {
            evaluation.get();
            return "";
        } catch (ProcessEngineException | ELException refused) {
            return refused.getMessage();
        }
    }

    /** By an agent, in a return with a few more variables. */
    private Object insideAProcess(Target target, String expression) {
        var process = target instanceof StockTarget ? stockProcess : ourProcess;
        return asAgent(target, (expressions, context) -> {
            var execution = context.getExecutionManager().findExecutionById(process);
            execution.setVariable("text", Variables.stringValue("words", true));
            execution.setVariable("number", Variables.integerValue(3, true));
            execution.setVariable("list", Variables.objectValue(new ArrayList<>(List.of("a", "b")), true).create());
            execution.setVariable("map", Variables.objectValue(new HashMap<>(Map.of("a", 1)), true).create());
            execution.setVariable("json", SpinValues.jsonValue("[{\"line\": 1, \"quantity\": 1}]").setTransient(true).create());
            return expressions.createExpression(expression).getValue(execution);
        });
    }

    private static Object outsideAProcess(Target target, String expression) {
        return asAgent(target, (expressions, context) -> expressions.createExpression(expression).getValue(null));
    }

    private static Object asAgent(Target target, BiFunction<ExpressionManager, CommandContext, Object> work) {
        var configuration = (ProcessEngineConfigurationImpl) target.engine().getProcessEngineConfiguration();
        target.engine().getIdentityService().setAuthentication("agent", List.of("agents"));
        try {
            return configuration.getCommandExecutorTxRequired().execute(context ->
                    context.runWithoutAuthorization(() -> work.apply(configuration.getExpressionManager(), context)));
        } finally {
            target.engine().getIdentityService().clearAuthentication();
        }
    }
}
