package dev.kefu.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What makes a diagram with boxes readable: they are open, hold what is theirs, and keep out everything else. */
final class BoxRules {

    static final List<Rule> ALL = List.of(
        new Rule("A box is drawn open", everyProcess(BoxRules::open)),
        new Rule("A box holds what belongs to it and nothing else", everyProcess(BoxRules::contents)),
        new Rule("Flows from elsewhere run around a box", everyProcess(BoxRules::crossings)),
        new Rule("Boundary events sit on a lower edge", everyProcess(BoxRules::edges)));

    private BoxRules() {
    }

    private static Stream<Complaint> open(ProcessModel model) {
        var shapes = model.definitions().all("bpmndi:BPMNShape").toList();
        return boxes(model)
            .filter(box -> shapes.stream().filter(shape -> shape.get("bpmnElement").equals(box.id()))
                .noneMatch(shape -> shape.get("isExpanded").equals("true")))
            .map(box -> model.file().complain(box.id(), "open it, so that people see what happens in it"));
    }

    private static Stream<Complaint> contents(ProcessModel model) {
        var shapes = DiagramRules.shapes(model);
        var complaints = new ArrayList<Complaint>();
        boxes(model).filter(box -> shapes.containsKey(box.id())).forEach(box -> {
            var own = box.all().map(Xml::id).toList();
            model.nodes().filter(node -> shapes.containsKey(node.id()) && !node.id().equals(box.id()))
                .filter(node -> !node.get("attachedToRef").equals(box.id()))
                .forEach(node -> complaints.addAll(misplaced(model, box, node, own.contains(node.id()), shapes)));
        });
        return complaints.stream();
    }

    private static List<Complaint> misplaced(ProcessModel model, Xml box, Xml node, boolean isOwn, Map<String, Box> shapes) {
        var around = shapes.get(box.id());
        var shape = shapes.get(node.id());
        if (isOwn) {
            return around.holds(shape) ? List.of() : List.of(model.file().complain(node.id(), "draw it in " + box.id()));
        }
        return !around.touches(shape) || shape.holds(around) ? List.of()
            : List.of(model.file().complain(node.id(), "move it out of " + box.id()));
    }

    private static Stream<Complaint> crossings(ProcessModel model) {
        var shapes = DiagramRules.shapes(model);
        var ways = DiagramRules.edges(model);
        return boxes(model).filter(box -> shapes.containsKey(box.id())).flatMap(box -> {
            var own = box.all().map(Xml::id).toList();
            return ways.entrySet().stream()
                .filter(way -> !own.contains(way.getKey()))
                .filter(way -> DiagramRules.pieces(way.getValue()).stream().anyMatch(shapes.get(box.id())::touches))
                .map(way -> model.file().complain(way.getKey(), "lead it around " + box.id()));
        });
    }

    private static Stream<Complaint> edges(ProcessModel model) {
        var shapes = DiagramRules.shapes(model);
        return model.nodes("bpmn:boundaryEvent")
            .filter(event -> shapes.containsKey(event.id()) && shapes.containsKey(event.get("attachedToRef")))
            .filter(event -> !shapes.get(event.get("attachedToRef")).carries(shapes.get(event.id())))
            .map(event -> model.file().complain(event.id(), "put it on the lower edge of " + event.get("attachedToRef")));
    }

    private static Stream<Xml> boxes(ProcessModel model) {
        return model.nodes("bpmn:subProcess", "bpmn:transaction");
    }

    private static Function<Models, Stream<Complaint>> everyProcess(Function<ProcessModel, Stream<Complaint>> rule) {
        return models -> models.processes().flatMap(rule);
    }
}
