package dev.kefu.models;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process that waits has to keep: something can happen, it has a name, and there is a way on from it. */
final class WaitRules {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z]*}");

    static final List<Rule> ALL = List.of(
        new Rule("Every wait has a way out", everyNode(WaitRules::waits)),
        new Rule("An event-based gateway waits for several things", everyNode(WaitRules::choices)),
        new Rule("A message says what happened", everyNode(WaitRules::messages)),
        new Rule("A timer waits for a moment that the code computed", everyNode(WaitRules::timers)),
        new Rule("A boundary event belongs to something that waits", everyNode(WaitRules::boundaries)));

    private WaitRules() {
    }

    private static Stream<Complaint> waits(ProcessModel model, Xml node) {
        return !isWait(node) || !model.outgoing(node).isEmpty() ? Stream.empty()
            : complaint(model, node, "draw a way out of it");
    }

    private static boolean isWait(Xml node) {
        return node.is("bpmn:userTask", "bpmn:receiveTask", "bpmn:intermediateCatchEvent", "bpmn:eventBasedGateway",
            "bpmn:callActivity", "bpmn:boundaryEvent") || ProcessModel.isBox(node);
    }

    /** Of one alone it would be a catch event; what is no event would never be heard. */
    private static Stream<Complaint> choices(ProcessModel model, Xml node) {
        if (!node.is("bpmn:eventBasedGateway")) {
            return Stream.empty();
        }
        var events = model.outgoing(node).stream().map(flow -> model.node(flow.get("targetRef"))).flatMap(each -> each.stream())
            .filter(each -> each.is("bpmn:intermediateCatchEvent", "bpmn:receiveTask")).count();
        return events > 1 && events == model.outgoing(node).size() ? Stream.empty()
            : complaint(model, node, "let it wait for two events or more, and for nothing else");
    }

    private static Stream<Complaint> messages(ProcessModel model, Xml node) {
        var references = Stream.concat(
            node.is("bpmn:receiveTask", "bpmn:sendTask") ? Stream.of(node) : Stream.empty(),
            node.children("bpmn:messageEventDefinition"));
        return references
            .filter(each -> model.definitions().children("bpmn:message")
                .filter(message -> message.id().equals(each.get("messageRef")))
                .noneMatch(message -> KEBAB_CASE.matcher(message.get("name")).matches()))
            .flatMap(each -> complaint(model, node, "refer to a message whose kebab-case name says what happened"));
    }

    /** Working days and the shop's zone are for the code; a duration in the model would know neither. */
    private static Stream<Complaint> timers(ProcessModel model, Xml node) {
        return node.children("bpmn:timerEventDefinition")
            .filter(timer -> timer.children("bpmn:timeDate").noneMatch(date -> VARIABLE.matcher(date.text()).matches()))
            .flatMap(timer -> complaint(model, node, "let it wait for a date in a variable, such as ${returnDeadline}"));
    }

    private static Stream<Complaint> boundaries(ProcessModel model, Xml node) {
        return !node.is("bpmn:boundaryEvent")
            || model.node(node.get("attachedToRef")).filter(host -> isWait(host) || host.is("bpmn:serviceTask")).isPresent()
            ? Stream.empty() : complaint(model, node, "attach it to what it can interrupt");
    }

    private static Stream<Complaint> complaint(ProcessModel model, Xml node, String remedy) {
        return Stream.of(model.file().complain(node.id(), remedy));
    }

    private static Function<Models, Stream<Complaint>> everyNode(
            BiFunction<ProcessModel, Xml, Stream<Complaint>> rule) {
        return models -> models.processes().flatMap(model -> model.nodes().flatMap(node -> rule.apply(model, node)));
    }
}
