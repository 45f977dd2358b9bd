package dev.kefu.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionReaderTests {

    private final ExpressionReader expressions = new ExpressionReader("checkCard"::equals);

    @ParameterizedTest
    @ValueSource(strings = {"agents", "${a}", "#{a}", "agents,${others}", "${a == 'x' && b != 2.5 || empty c}",
            "${not a and b ge 1 ? 'x' : -y % 2}", "${execution.processBusinessKey}", "${execution.id}",
            "${execution.getVariable('a')}", "${execution.hasVariable(a)}", "${now()}", "${currentUser()}",
            "${dateTime().plusDays(3).withHourOfDay(18).toDate()}", "${dateTime().getDayOfWeek() > 5}", "${ruling.approver}",
            "\\${java.lang.Runtime}", "${'class'}", "${'${'}"})
    void takesVariablesLiteralsOperatorsAndTheHousesMembers(String text) {
        assertThat(expressions.problems(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "${''.getClass()} | uses getClass()",
            "${''.class} | uses class",
            "${a.class} | uses class",
            "${a['class']} | in brackets",
            "${a[0]} | in brackets",
            "${a['getClass']()} | in brackets",
            "${a.b.toString()} | uses toString()",
            "${a.b.class.name} | uses class",
            "${(a).getClass()} | uses getClass()",
            "${(a ? b : c).getClass()} | uses getClass()",
            "${execution} | uses execution itself",
            "${execution == null} | uses execution itself",
            "${(execution).processEngineServices} | uses execution.processEngineServices",
            "${execution.setVariable('a', 1)} | uses execution.setVariable()",
            "${execution.getVariable('a').getClass()} | uses getClass()",
            "${execution.getVariable('a', 'b')} | uses execution.getVariable()",
            "${execution.processBusinessKey.bytes} | uses bytes",
            "${execution['processEngineServices']} | in brackets",
            "${task.id} | uses task",
            "${caseExecution} | uses caseExecution",
            "${dateTime().getClass()} | uses getClass()",
            "${dateTime().getZone().getID()} | uses getID()",
            "${dateTime().toDate().time} | uses time",
            "${dateTime().plus('x', 1)} | uses plus()",
            "${dateTime().year} | uses year",
            "${now().getTime()} | uses getTime()",
            "${now(1)} | it takes nothing",
            "${S('{}')} | the function S()",
            "${XML('<a/>').unwrap()} | the function XML()",
            "${x:y(1)} | the function x:y()",
            "${checkCard} | uses the service task checkCard",
            "${checkCard.execute(execution)} | uses the service task checkCard",
            "${a ? checkCard : b} | uses the service task checkCard",
            "${a.invoke(b.c())} | uses c()",
            "${a = 1} | can't be read",
            "${a -> b} | can't be read",
            "${a; b} | can't be read",
            "${a | can't be read",
            "#{a} ${b} | can't be read",
            "${''} ${''.getClass()} | uses getClass()"})
    void refusesEverythingElse(String text, String words) {
        assertThat(expressions.problems(text)).anySatisfy(problem -> assertThat(problem).contains(words));
    }

    @Test
    void refusesWhatWouldExhaustTheParser() {
        var deep = "${" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "}";
        var nested = "${" + "(".repeat(60) + "1" + ")".repeat(60) + "}";
        var endless = "${a" + " + 1".repeat(100_000) + "}";

        assertThat(expressions.problems(deep)).singleElement().asString().contains("too long or has too many brackets");
        assertThat(expressions.problems(nested)).singleElement().asString().contains("too long or has too many brackets");
        assertThat(expressions.problems(endless)).singleElement().asString().contains("too long or has too many brackets");
        assertThat(expressions.problems("${" + "!".repeat(1900) + "a}")).isEmpty();
    }

    @Test
    void namesAllThatIsWrong() {
        assertThat(expressions.problems("${a.b() and checkCard and task.id}")).hasSize(3);
    }
}
