package dev.kefu.workflow.gate;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Minimal models with a place for what a test is about. */
public final class Fragments {

    private Fragments() {
    }

    /** A house with one service task, one table and one process that people start. */
    static final House HOUSE = new House() {

        @Override
        public boolean isServiceTask(String name) {
            return name.equals("checkCard");
        }

        @Override
        public boolean isTaskListener(String name) {
            return false;
        }

        @Override
        public boolean hasDecision(String id) {
            return id.equals("loan-term");
        }

        @Override
        public boolean isStartedByPeople(String process) {
            return process.equals("lend-book");
        }
    };

    public static String definitions(String inside) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://kefu.dev/tests">
                %s
                </bpmn:definitions>
                """.formatted(inside);
    }

    /** A process from start to end, with something beside. */
    public static String process(String beside) {
        return process("test-gate", beside);
    }

    public static String process(String id, String beside) {
        return definitions("""
                <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P365D">
                  <bpmn:startEvent id="begun"/>
                  <bpmn:sequenceFlow id="begunToDone" sourceRef="begun" targetRef="done"/>
                  <bpmn:endEvent id="done"/>
                  %s
                </bpmn:process>""".formatted(id, beside));
    }

    /** A user task on the way, with attributes and what stands in it. */
    public static String userTask(String attributes, String inside) {
        return onTheWay("<bpmn:userTask id=\"look\" name=\"Look at it\" %s>%s</bpmn:userTask>".formatted(attributes, inside));
    }

    /** A task with the id "look" between start and end. */
    public static String onTheWay(String task) {
        return onTheWay("test-gate", task);
    }

    public static String onTheWay(String process, String task) {
        return definitions("""
                <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P365D">
                  <bpmn:startEvent id="begun"/>
                  <bpmn:sequenceFlow id="begunToLook" sourceRef="begun" targetRef="look"/>
                  %s
                  <bpmn:sequenceFlow id="lookToDone" sourceRef="look" targetRef="done"/>
                  <bpmn:endEvent id="done"/>
                </bpmn:process>""".formatted(process, task));
    }

    public static String extension(String inside) {
        return "<bpmn:extensionElements>" + inside + "</bpmn:extensionElements>";
    }

    public static String input(String inside) {
        return extension("<camunda:inputOutput><camunda:inputParameter name=\"note\">" + inside
                + "</camunda:inputParameter></camunda:inputOutput>");
    }

    public static String output(String inside) {
        return extension("<camunda:inputOutput><camunda:outputParameter name=\"note\">" + inside
                + "</camunda:outputParameter></camunda:inputOutput>");
    }

    /** A choice whose one way has this condition. */
    public static String condition(String attributes, String text) {
        return process("""
                <bpmn:sequenceFlow id="way" sourceRef="begun" targetRef="done">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" %s>%s</bpmn:conditionExpression>
                </bpmn:sequenceFlow>""".formatted(attributes, text));
    }

    public static String timer(String kind, String text) {
        return onTheWay("""
                <bpmn:intermediateCatchEvent id="look"><bpmn:timerEventDefinition id="clock">
                  <bpmn:%1$s xsi:type="bpmn:tFormalExpression">%2$s</bpmn:%1$s>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""".formatted(kind, text));
    }

    public static String call(String attributes, String mappings) {
        return onTheWay("<bpmn:callActivity id=\"look\" %s>%s</bpmn:callActivity>".formatted(attributes, extension(mappings)));
    }

    public static String multiInstance(String attributes, String inside) {
        return userTask("", "<bpmn:multiInstanceLoopCharacteristics %s>%s</bpmn:multiInstanceLoopCharacteristics>"
                .formatted(attributes, inside));
    }

    /** A table with one column, one row and attributes on its elements. */
    public static String table(String definitions, String table, String heading, String condition, String answer) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="test-gate-tables" name="Tables" namespace="https://kefu.dev/tests" %s>
                  <decision id="test-gate-table" name="Table" camunda:historyTimeToLive="P365D">
                    <decisionTable id="table" hitPolicy="FIRST" %s>
                      <input id="column"><inputExpression id="heading" typeRef="string">%s</inputExpression></input>
                      <output id="answer" name="answer" typeRef="string"/>
                      <rule id="row"><inputEntry id="cell">%s</inputEntry><outputEntry id="result">%s</outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(definitions, table, heading, condition, answer);
    }

    public static String table(String condition, String answer) {
        return table("", "", "<text>kind</text>", "<text>" + condition + "</text>", "<text>" + answer + "</text>");
    }

    public static String form(String... fields) {
        return """
                {"id": "test-gate-form", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                 "executionPlatformVersion": "7.24.0", "components": [%s]}
                """.formatted(String.join(", ", fields));
    }

    /** What the gate says about one file. */
    static String refusals(String file, String content) {
        return refusals(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    }

    static String refusals(Map<String, byte[]> files) {
        return String.join("\n", new DeploymentCheck(HOUSE).findings(files).stream().map(Finding::toString).toList());
    }
}
