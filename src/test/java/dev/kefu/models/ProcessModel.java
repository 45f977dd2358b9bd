package dev.kefu.models;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    Optional<Xml> node(String id) {
        return nodes().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether the node is a box that holds a part of the process, entered from outside and left at its ends. */
    static boolean isBox(Xml node) {
        return node.is("bpmn:subProcess", "bpmn:transaction") && !node.get("triggeredByEvent").equals("true");
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
        return spread(nodes("bpmn:startEvent").filter(each -> !isBox(each.parent())).map(Xml::id).toList(), successors());
    }

    /** The nodes from which an end of the process can be reached, by their ids; the end of a box alone is none. */
    Set<String> reachingAnEnd() {
        var predecessors = new HashMap<String, Set<String>>();
        successors().forEach((from, targets) ->
            targets.forEach(to -> predecessors.computeIfAbsent(to, none -> new HashSet<>()).add(from)));
        return spread(nodes("bpmn:endEvent").filter(each -> !isBox(each.parent())).map(Xml::id).toList(), predecessors);
    }

    /** Into a box it goes by its starts, and out of it by its ends. */
    private Map<String, Set<String>> successors() {
        var successors = new HashMap<String, Set<String>>();
        process.all("bpmn:sequenceFlow", "bpmn:association").forEach(each -> exits(each.get("sourceRef"))
            .forEach(exit -> successors.computeIfAbsent(exit, none -> new HashSet<>()).add(each.get("targetRef"))));
        nodes("bpmn:boundaryEvent").forEach(each ->
            successors.computeIfAbsent(each.get("attachedToRef"), none -> new HashSet<>()).add(each.id()));
        nodes().filter(ProcessModel::isBox).forEach(box -> box.children("bpmn:startEvent").forEach(start ->
            successors.computeIfAbsent(box.id(), none -> new HashSet<>()).add(start.id())));
        return successors;
    }

    private Stream<String> exits(String id) {
        return node(id).filter(ProcessModel::isBox)
            .map(box -> box.children("bpmn:endEvent").map(Xml::id))
            .orElse(Stream.of(id));
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
