package dev.kefu.models;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A process as it stands in a file: its nodes, and what leads from one to the other. */
record ProcessModel(ModelFile file, Xml definitions, Xml process) {

    static ProcessModel of(ModelFile file, Xml definitions) {
        var process = definitions.children("bpmn:process").findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no process in it"));
        return new ProcessModel(file, definitions, process);
    }

    Stream<Xml> nodes() {
        return process.all().filter(ProcessModel::isNode);
    }

    Stream<Xml> nodes(String... names) {
        return process.all(names);
    }

    Stream<Xml> flows() {
        return process.all("bpmn:sequenceFlow");
    }

    List<Xml> outgoing(Xml node) {
        return flows().filter(each -> each.get("sourceRef").equals(node.id())).toList();
    }

    /** Whether the node is a gateway at which one of several ways is chosen. */
    boolean isDecision(Xml node) {
        return node.is("bpmn:exclusiveGateway", "bpmn:inclusiveGateway", "bpmn:complexGateway")
            && outgoing(node).size() > 1;
    }

    static boolean isNode(Xml element) {
        var name = element.name();
        return name.startsWith("bpmn:") && (name.endsWith("Task") || name.endsWith("Event") || name.endsWith("Gateway")
            || element.is("bpmn:task", "bpmn:subProcess", "bpmn:transaction", "bpmn:callActivity"));
    }

    /** The nodes that can be reached from a start event, by their ids. */
    Set<String> reachedFromStart() {
        var begin = nodes("bpmn:startEvent")
            .filter(each -> !each.parent().is("bpmn:subProcess")
                || each.parent().get("triggeredByEvent").equals("true"));
        return spread(begin.map(Xml::id).toList(), successors());
    }

    /** The nodes from which an end event can be reached, by their ids. */
    Set<String> reachingAnEnd() {
        var predecessors = new HashMap<String, Set<String>>();
        successors().forEach((from, targets) ->
            targets.forEach(to -> predecessors.computeIfAbsent(to, none -> new HashSet<>()).add(from)));
        return spread(nodes("bpmn:endEvent").map(Xml::id).toList(), predecessors);
    }

    private Map<String, Set<String>> successors() {
        var successors = new HashMap<String, Set<String>>();
        process.all("bpmn:sequenceFlow", "bpmn:association").forEach(each ->
            successors.computeIfAbsent(each.get("sourceRef"), none -> new HashSet<>()).add(each.get("targetRef")));
        nodes("bpmn:boundaryEvent").forEach(each ->
            successors.computeIfAbsent(each.get("attachedToRef"), none -> new HashSet<>()).add(each.id()));
        nodes("bpmn:subProcess", "bpmn:transaction").forEach(inner -> inner.children("bpmn:startEvent").forEach(start ->
            successors.computeIfAbsent(inner.id(), none -> new HashSet<>()).add(start.id())));
        return successors;
    }

    private static Set<String> spread(List<String> from, Map<String, Set<String>> edges) {
        var seen = new HashSet<>(from);
        var queue = new ArrayDeque<>(from);
        while (!queue.isEmpty()) {
            for (var next : edges.getOrDefault(queue.remove(), Set.of())) {
                if (seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return seen;
    }
}
