package dev.kefu.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What makes a diagram readable: everything is drawn, nothing covers anything else, and ways run straight. */
final class DiagramRules {

    static final List<Rule> ALL = List.of(
        new Rule("Every node and every flow is drawn", everyProcess(DiagramRules::drawn)),
        new Rule("Nothing is drawn that the process doesn't have", everyProcess(DiagramRules::leftOvers)),
        new Rule("No two shapes overlap", everyProcess(DiagramRules::overlaps)),
        new Rule("Labels cover nothing", everyProcess(DiagramRules::labels)),
        new Rule("Flows run at right angles", everyProcess(DiagramRules::angles)),
        new Rule("Flows run around the shapes", everyProcess(DiagramRules::crossings)));

    private DiagramRules() {
    }

    private static Stream<Complaint> drawn(ProcessModel model) {
        var shapes = shapes(model);
        var edges = edges(model);
        return Stream.concat(
            model.nodes().map(Xml::id).filter(id -> !shapes.containsKey(id)),
            model.flows().map(Xml::id).filter(id -> edges.getOrDefault(id, List.of()).size() < 2))
            .map(id -> model.file().complain(id, "draw it; Modeler shows only what the diagram has"));
    }

    private static Stream<Complaint> leftOvers(ProcessModel model) {
        var known = Stream.concat(Stream.of(model.definitions()), model.definitions().all()).map(Xml::id).toList();
        return model.definitions().all("bpmndi:BPMNShape", "bpmndi:BPMNEdge", "bpmndi:BPMNPlane")
            .filter(each -> !known.contains(each.get("bpmnElement")))
            .map(each -> model.file().complain(each.get("bpmnElement"),
                "remove its drawing; the process doesn't have it"));
    }

    private static Stream<Complaint> overlaps(ProcessModel model) {
        var boxes = new ArrayList<>(solidShapes(model).entrySet());
        var complaints = new ArrayList<Complaint>();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                var one = boxes.get(i);
                var other = boxes.get(j);
                if (one.getValue().touches(other.getValue())) {
                    complaints.add(model.file().complain(one.getKey(), "move it away from " + other.getKey()));
                }
            }
        }
        return complaints.stream();
    }

    private static Stream<Complaint> labels(ProcessModel model) {
        var labels = new HashMap<String, Box>();
        model.definitions().all("bpmndi:BPMNLabel").forEach(label -> label.children("dc:Bounds").findFirst()
            .ifPresent(bounds -> labels.put(label.parent().get("bpmnElement"), Box.of(bounds))));
        var others = new ArrayList<>(solidShapes(model).entrySet());
        others.addAll(labels.entrySet());
        return labels.entrySet().stream().flatMap(label -> others.stream()
            .filter(other -> !other.getKey().equals(label.getKey()) && label.getValue().touches(other.getValue()))
            .map(other -> model.file().complain(label.getKey(), "move its label away from " + other.getKey())));
    }

    private static Stream<Complaint> angles(ProcessModel model) {
        return edges(model).entrySet().stream()
            .filter(edge -> pieces(edge.getValue()).stream().anyMatch(piece -> piece.width() > 0 && piece.height() > 0))
            .map(edge -> model.file().complain(edge.getKey(), "let it run at right angles"));
    }

    private static Stream<Complaint> crossings(ProcessModel model) {
        var ends = new HashMap<String, List<String>>();
        model.flows().forEach(flow -> ends.put(flow.id(), List.of(flow.get("sourceRef"), flow.get("targetRef"))));
        return edges(model).entrySet().stream().flatMap(edge -> solidShapes(model).entrySet().stream()
            .filter(shape -> !ends.getOrDefault(edge.getKey(), List.of()).contains(shape.getKey()))
            .filter(shape -> pieces(edge.getValue()).stream().anyMatch(shape.getValue()::touches))
            .map(shape -> model.file().complain(edge.getKey(), "lead it around " + shape.getKey())));
    }

    static Map<String, Box> shapes(ProcessModel model) {
        var shapes = new HashMap<String, Box>();
        model.definitions().all("bpmndi:BPMNShape").forEach(shape -> shape.children("dc:Bounds").findFirst()
            .ifPresent(bounds -> shapes.put(shape.get("bpmnElement"), Box.of(bounds))));
        return shapes;
    }

    /** The shapes that stand alone: not sub-processes, which hold others, nor boundary events, which sit on others. */
    private static Map<String, Box> solidShapes(ProcessModel model) {
        var shapes = shapes(model);
        shapes.keySet().retainAll(model.nodes()
            .filter(each -> !each.is("bpmn:subProcess", "bpmn:transaction", "bpmn:boundaryEvent"))
            .map(Xml::id)
            .toList());
        return shapes;
    }

    static Map<String, List<Xml>> edges(ProcessModel model) {
        var edges = new HashMap<String, List<Xml>>();
        model.definitions().all("bpmndi:BPMNEdge")
            .forEach(edge -> edges.put(edge.get("bpmnElement"), edge.children("di:waypoint").toList()));
        return edges;
    }

    static List<Box> pieces(List<Xml> waypoints) {
        var pieces = new ArrayList<Box>();
        for (int i = 1; i < waypoints.size(); i++) {
            var from = waypoints.get(i - 1);
            var to = waypoints.get(i);
            pieces.add(new Box(
                Math.min(from.number("x"), to.number("x")), Math.min(from.number("y"), to.number("y")),
                Math.abs(from.number("x") - to.number("x")), Math.abs(from.number("y") - to.number("y"))));
        }
        return pieces;
    }

    private static Function<Models, Stream<Complaint>> everyProcess(Function<ProcessModel, Stream<Complaint>> rule) {
        return models -> models.processes().flatMap(rule);
    }
}
