package dev.kefu.models;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One rule about the models: what it demands, and what in a set of models breaks it. */
public record Rule(String demand, Function<Models, Stream<Complaint>> breaches) {

    public List<Complaint> check(Models models) {
        return breaches.apply(models).toList();
    }

    /** All rules there are, family by family. */
    public static List<Rule> all() {
        return Stream.of(GateRules.ALL, ProcessRules.ALL, WaitRules.ALL, DiagramRules.ALL, BoxRules.ALL, DecisionRules.ALL,
                FormRules.ALL, TemplateRules.ALL)
            .flatMap(List::stream)
            .toList();
    }

    @Override
    public String toString() {
        return demand;
    }
}
