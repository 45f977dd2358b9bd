package dev.kefu.workflow.gate;

import static dev.kefu.workflow.gate.Fragments.call;
import static dev.kefu.workflow.gate.Fragments.condition;
import static dev.kefu.workflow.gate.Fragments.definitions;
import static dev.kefu.workflow.gate.Fragments.extension;
import static dev.kefu.workflow.gate.Fragments.input;
import static dev.kefu.workflow.gate.Fragments.multiInstance;
import static dev.kefu.workflow.gate.Fragments.onTheWay;
import static dev.kefu.workflow.gate.Fragments.output;
import static dev.kefu.workflow.gate.Fragments.process;
import static dev.kefu.workflow.gate.Fragments.refusals;
import static dev.kefu.workflow.gate.Fragments.timer;
import static dev.kefu.workflow.gate.Fragments.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessCheckTests {

    private static final String KEY = "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>";
    private static final String SCRIPT = "<camunda:script scriptFormat=\"groovy\">1</camunda:script>";

    static Stream<Arguments> broken() {
        return Stream.of(
            arguments("a script task", onTheWay("<bpmn:scriptTask id='look' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
                "script task (look), line 7: it is a script task; models run no scripts"),
            arguments("a script task by resource", onTheWay("<bpmn:scriptTask id='look' camunda:resource='deployment://x'/>"),
                "it takes a script from deployment://x"),
            arguments("a script in a listener", userTask("", extension("<camunda:executionListener event='start'>" + SCRIPT
                + "</camunda:executionListener>")), "script of user task 'Look at it' (look), line 7: it has a script"),
            arguments("a script in a task listener", userTask("", extension("<camunda:taskListener event='create'>" + SCRIPT
                + "</camunda:taskListener>")), "it has a script"),
            arguments("a script in an input", userTask("", input(SCRIPT)), "it has a script"),
            arguments("a script in an output", userTask("", output(SCRIPT)), "it has a script"),
            arguments("a script in a list", userTask("", input("<camunda:list>" + SCRIPT + "</camunda:list>")), "it has a script"),
            arguments("a script in a map", userTask("", input("<camunda:map><camunda:entry key='k'>" + SCRIPT
                + "</camunda:entry></camunda:map>")), "it has a script"),
            arguments("a script of another namespace", userTask("", input("<x:script xmlns:x='urn:x' scriptFormat='groovy'>1</x:script>")),
                "it has a script"),
            arguments("a script by resource", userTask("", input("<camunda:script scriptFormat='groovy' resource='classpath://x'/>")),
                "it takes a script from classpath://x"),
            arguments("a condition in another language", condition("language='groovy'", "true"), "it is written in the language 'groovy'"),
            arguments("a condition in JUEL as a script", condition("language='juel'", "${true}"), "it is written in the language 'juel'"),
            arguments("a condition from a resource", condition("camunda:resource='deployment://x'", ""), "it takes a script from"),
            arguments("a timer in another language", timer("timeDuration", "P1D").replace("xsi:type", "language='python' xsi:type"),
                "it is written in the language 'python'"),
            arguments("a completion condition in another language", multiInstance("", "<bpmn:completionCondition language='ruby'>1</bpmn:completionCondition>"),
                "it is written in the language 'ruby'"),

            arguments("a class", onTheWay("<bpmn:serviceTask id='look' camunda:class='java.lang.Object'/>"), "it names a Java class"),
            arguments("a class on a send task", onTheWay("<bpmn:sendTask id='look' camunda:class='x.Y'/>"), "it names a Java class"),
            arguments("a class on a rule task", onTheWay("<bpmn:businessRuleTask id='look' camunda:class='x.Y'/>"), "it names a Java class"),
            arguments("a class on a thrown message", onTheWay("<bpmn:intermediateThrowEvent id='look'><bpmn:messageEventDefinition camunda:class='x.Y'/></bpmn:intermediateThrowEvent>"),
                "it names a Java class"),
            arguments("a class as a listener", userTask("", extension("<camunda:executionListener event='start' class='x.Y'/>")),
                "it names a Java class"),
            arguments("a class as a task listener", userTask("", extension("<camunda:taskListener event='create' class='x.Y'/>")),
                "it names a Java class"),
            arguments("a class for a form", userTask("camunda:formHandlerClass='x.Y'", ""), "it names a Java class for its form"),
            arguments("a class that maps", call("calledElement='refund' camunda:variableMappingClass='x.Y'", KEY), "map the variables one by one"),
            arguments("code that maps", call("calledElement='refund' camunda:variableMappingDelegateExpression='${checkCard}'", KEY),
                "it maps variables by code"),
            arguments("a class of Activiti", onTheWay("<bpmn:serviceTask id='look' xmlns:a='http://activiti.org/bpmn' a:class='x.Y'/>"),
                "the attribute class is of another engine"),
            arguments("a listener of Activiti", userTask("", extension("<a:executionListener xmlns:a='http://activiti.org/bpmn' event='start' class='x.Y'/>")),
                "the namespace http://activiti.org/bpmn does not belong in a model"),
            arguments("a connector", onTheWay("<bpmn:serviceTask id='look'>" + extension("<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")
                + "</bpmn:serviceTask>"), "it calls a connector"),
            arguments("a field", onTheWay("<bpmn:serviceTask id='look' camunda:delegateExpression='${checkCard}'>"
                + extension("<camunda:field name='x' stringValue='y'/>") + "</bpmn:serviceTask>"), "it injects a field"),
            arguments("the type shell", onTheWay("<bpmn:serviceTask id='look' camunda:type='shell'/>"), "something outside (shell)"),
            arguments("the type mail", onTheWay("<bpmn:serviceTask id='look' camunda:type='mail'/>"), "something outside (mail)"),
            arguments("an external task", onTheWay("<bpmn:serviceTask id='look' camunda:type='external' camunda:topic='pay'/>"),
                "there are no external workers"),
            arguments("an expression as a task", onTheWay("<bpmn:serviceTask id='look' camunda:expression='${true}'/>"), "it runs an expression"),
            arguments("an expression as a listener", userTask("", extension("<camunda:executionListener event='start' expression='${true}'/>")),
                "it runs an expression"),
            arguments("an expression as a task listener", userTask("", extension("<camunda:taskListener event='create' expression='${true}'/>")),
                "it runs an expression"),
            arguments("an unknown bean", onTheWay("<bpmn:serviceTask id='look' camunda:delegateExpression='${dataSource}'/>"),
                "names no service task of the house"),
            arguments("a bean without braces", onTheWay("<bpmn:serviceTask id='look' camunda:delegateExpression='checkCard'/>"),
                "names no service task of the house"),
            arguments("a choice of beans", onTheWay("<bpmn:serviceTask id='look' camunda:delegateExpression='${a ? checkCard : b}'/>"),
                "names no service task of the house"),
            arguments("an unknown listener", userTask("", extension("<camunda:executionListener event='start' delegateExpression='${dataSource}'/>")),
                "names no service task of the house"),
            arguments("a task listener that is none", userTask("", extension("<camunda:taskListener event='create' delegateExpression='${checkCard}'/>")),
                "let a service task after the user task"),
            arguments("an unknown attribute", userTask("camunda:cleverness='high'", ""), "camunda:cleverness is not known to the house"),
            arguments("an unknown element", userTask("", extension("<camunda:gadget/>")), "camunda:gadget is not known to the house"),
            arguments("an attribute in the wrong place", userTask("", extension("<camunda:properties><camunda:property id='a' class='x.Y'/></camunda:properties>")),
                "it names a Java class"),
            arguments("something foreign in a mapping", userTask("", input("<x:y xmlns:x='urn:x'/>")), "the element y does not belong there"),
            arguments("an HTML element", process("<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='//x'/>"), "take the element iframe out"),
            arguments("a billion instances", multiInstance("", "<bpmn:loopCardinality>1000000000</bpmn:loopCardinality>"),
                "from 1 to 100"),
            arguments("a computed number of instances", multiInstance("", "<bpmn:loopCardinality>${10 * 100000}</bpmn:loopCardinality>"),
                "from 1 to 100"),
            arguments("an import", definitions("<bpmn:import importType='http://schemas.xmlsoap.org/wsdl/' location='http://x'/>"), "it imports another file"),

            arguments("a custom constraint", userTask("", extension("<camunda:formData><camunda:formField id='a' type='string'><camunda:validation>"
                + "<camunda:constraint name='validator' config='x.Y'/></camunda:validation></camunda:formField></camunda:formData>")),
                "the constraint validator is checked by code"),
            arguments("a custom field type", userTask("", extension("<camunda:formData><camunda:formField id='a' type='money'/></camunda:formData>")),
                "the field type money is not known"),
            arguments("a form field as case number", userTask("", extension("<camunda:formData businessKey='a'><camunda:formField id='a' type='string'/></camunda:formData>")),
                "would become the case number"),
            arguments("an old form", userTask("", extension("<camunda:formProperty id='a' name='b'/>")), "it has a form of an old kind"),
            arguments("an embedded form", userTask("camunda:formKey='embedded:app:forms/a.html'", ""), "could run code in people's browsers"),
            arguments("an embedded deployed form", userTask("camunda:formKey='embedded:deployment:a.html'", ""), "could run code in people's browsers"),
            arguments("an external form", userTask("camunda:formKey='https://example.org/a'", ""), "could run code in people's browsers"),
            arguments("a computed form key", userTask("camunda:formKey='${page}'", ""), "could run code in people's browsers"),
            arguments("a form key that climbs", userTask("camunda:formKey='camunda-forms:deployment:../../a.form'", ""), "could run code"),
            arguments("an embedded start form", process("").replace("<bpmn:startEvent id=\"begun\"/>", "<bpmn:startEvent id='begun' camunda:formKey='embedded:app:a.html'/>"),
                "could run code in people's browsers"),

            arguments("a call without the case", call("calledElement='refund'", "<camunda:in source='a' target='b'/>"), "would not know its case"),
            arguments("a call with another key", call("calledElement='refund'", "<camunda:in businessKey='#{other}'/>"), "it passes another business key"),
            arguments("a computed call", call("calledElement='${which}'", KEY), "which process it calls is found out by an expression"),
            arguments("a call of nothing", call("", KEY), "it calls nothing"),
            arguments("a call of a case", call("camunda:caseRef='x'", KEY), "it calls a CMMN case"),
            arguments("a call with everything", call("calledElement='refund'", KEY + "<camunda:in variables='all'/>"), "it hands over all variables at once"),
            arguments("a call that brings everything", call("calledElement='refund'", KEY + "<camunda:out variables='all'/>"), "it hands over all variables at once"),
            arguments("a call of a tenant", call("calledElement='refund' camunda:calledElementTenantId='x'", KEY), "there are no tenants"),
            arguments("an unknown decision", onTheWay("<bpmn:businessRuleTask id='look' camunda:decisionRef='nothing'/>"), "there is no decision 'nothing'"),
            arguments("a computed decision", onTheWay("<bpmn:businessRuleTask id='look' camunda:decisionRef='${which}'/>"), "is found out by an expression"),
            arguments("a decision of a tenant", onTheWay("<bpmn:businessRuleTask id='look' camunda:decisionRef='loan-term' camunda:decisionRefTenantId='x'/>"),
                "there are no tenants"),
            arguments("a result that shadows a service task", onTheWay("<bpmn:businessRuleTask id='look' camunda:decisionRef='loan-term' camunda:resultVariable='checkCard'/>"),
                "no variable may be called checkCard"),
            arguments("a mapping that shadows the execution", call("calledElement='refund'", KEY + "<camunda:out source='a' target='execution'/>"),
                "no variable may be called execution"),
            arguments("an input that shadows a service task", userTask("", input("1").replace("\"note\"", "\"checkCard\"")), "no variable may be called checkCard"),

            arguments("no time to live", process("").replace("camunda:historyTimeToLive=\"P365D\"", ""), "it has no history time to live"),
            arguments("a short time to live", process("").replace("P365D", "P364D"), "shorter than a year"),
            arguments("a short number of days", process("").replace("P365D", "30"), "shorter than a year"),
            arguments("a computed time to live", process("").replace("P365D", "${days}"), "is no number of days"),
            arguments("a time to live in years", process("").replace("P365D", "P3Y"), "is no number of days"),
            arguments("a process that does not run", process("").replace("isExecutable=\"true\"", ""), "it is not executable"),
            arguments("a process that shall not run", process("").replace("\"true\"", "\"false\""), "it is not executable"),
            arguments("a process without id", process("").replace("id=\"test-gate\"", ""), "it has no id"),
            arguments("no process", definitions(""), "it has no process"),
            arguments("the same id twice", process("<bpmn:userTask id='begun'/>"), "another element has the id begun"),
            arguments("a start that people can't use", process("lend-book", "").replace("<bpmn:startEvent id=\"begun\"/>",
                "<bpmn:startEvent id='begun'><bpmn:messageEventDefinition messageRef='m'/></bpmn:startEvent>"), "people start this process by its form"),
            arguments("an id that is too long", process("x".repeat(256), ""), "its id is longer than 255"),
            arguments("an attribute that is too long", userTask("camunda:assignee='" + "x".repeat(4001) + "'", ""), "its assignee is longer than 4000"),
            arguments("a model for another engine", process("").replace("targetNamespace", "xmlns:m='http://camunda.org/schema/modeler/1.0' m:executionPlatform='Camunda Cloud' targetNamespace"),
                "it is drawn for another engine"),
            arguments("a model that is none", "<html/>", "it is no BPMN 2.0 model"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void refusesAndSaysWhereAndWhatToDo(String what, String model, String words) {
        assertThat(refusals("test.bpmn", model)).as(what).startsWith("* File test.bpmn").contains(words);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
            arguments("an ordinary user task", userTask("camunda:formRef='look' camunda:formRefBinding='latest' camunda:candidateGroups='agents,${others}' "
                + "camunda:dueDate='${dateTime().plusDays(2).toDate()}' camunda:followUpDate='P1D' camunda:priority='50'", "")),
            arguments("a condition", condition("", "${decision == 'APPROVE' and not empty note}")),
            arguments("a condition with a choice", condition("", "${(amount > 100 ? limit : 2 * limit) lt 500 or !approved}")),
            arguments("a condition on a table's answer", condition("", "${ruling.approver != null}")),
            arguments("a condition on the execution", condition("", "${execution.hasVariable('note') and execution.getVariable('note') != ''}")),
            arguments("words without an expression", userTask("", "<bpmn:documentation>Costs 5 $ {each}.</bpmn:documentation>")),
            arguments("an annotation about expressions", process("<bpmn:textAnnotation id='why'><bpmn:text>Once ${x.y()}</bpmn:text></bpmn:textAnnotation>")),
            arguments("a timer by the engine's words", timer("timeDuration", "P3D")),
            arguments("a timer by a variable", timer("timeDate", "${dueOn}")),
            arguments("a cycle", timer("timeCycle", "R3/PT10M")),
            arguments("a service task of the house", onTheWay("<bpmn:serviceTask id='look' camunda:delegateExpression='${checkCard}' camunda:asyncBefore='true'>"
                + extension("<camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle>") + "</bpmn:serviceTask>")),
            arguments("the other kind of braces", onTheWay("<bpmn:serviceTask id='look' camunda:delegateExpression='#{checkCard}'/>")),
            arguments("mappings", userTask("", extension("<camunda:inputOutput><camunda:inputParameter name='a'>${b + 1}</camunda:inputParameter>"
                + "<camunda:outputParameter name='c'><camunda:list><camunda:value>1</camunda:value></camunda:list></camunda:outputParameter></camunda:inputOutput>"))),
            arguments("a call", call("calledElement='refund' camunda:calledElementBinding='latest'", KEY + "<camunda:in source='a' target='b'/>"
                + "<camunda:in sourceExpression='${a + 1}' target='d'/><camunda:out source='e' target='f'/>")),
            arguments("a call of a process nobody knows yet", call("calledElement='to-be-drawn'", KEY)),
            arguments("a decision", onTheWay("<bpmn:businessRuleTask id='look' camunda:decisionRef='loan-term' camunda:decisionRefBinding='latest' "
                + "camunda:mapDecisionResult='singleEntry' camunda:resultVariable='days'/>")),
            arguments("many instances", multiInstance("camunda:collection='approvers' camunda:elementVariable='approver'",
                "<bpmn:completionCondition>${nrOfCompletedInstances == 2}</bpmn:completionCondition>")),
            arguments("an error caught", process("<bpmn:boundaryEvent id='failed' attachedToRef='begun'><bpmn:errorEventDefinition errorRef='e' "
                + "camunda:errorCodeVariable='code' camunda:errorMessageVariable='message'/></bpmn:boundaryEvent>")),
            arguments("a generated form", userTask("", extension("<camunda:formData><camunda:formField id='a' label='A' type='string'><camunda:validation>"
                + "<camunda:constraint name='required'/></camunda:validation></camunda:formField></camunda:formData>"))),
            arguments("a deployed form by key", userTask("camunda:formKey='camunda-forms:deployment:look.form'", "")),
            arguments("a pool that is only drawn", process("").replace("</bpmn:definitions>", "<bpmn:process id='customer' isExecutable='false'/></bpmn:definitions>")),
            arguments("properties and a template", userTask("camunda:modelerTemplate='dev.kefu.x' camunda:modelerTemplateVersion='1'",
                extension("<camunda:properties><camunda:property name='a' value='b'/></camunda:properties>"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void letsPass(String what, String model) {
        assertThat(refusals("test.bpmn", model)).as(what).isEmpty();
    }
}
