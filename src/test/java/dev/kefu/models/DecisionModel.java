package dev.kefu.models;

import java.util.stream.Stream;

/** A decision table as it stands in a file; further decisions of the file are in {@code definitions}. */
record DecisionModel(ModelFile file, Xml definitions, Xml decision) {

    static DecisionModel of(ModelFile file, Xml definitions) {
        var decision = definitions.children("dmn:decision").findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no decision in it"));
        return new DecisionModel(file, definitions, decision);
    }

    Stream<Xml> tables() {
        return definitions.all("dmn:decisionTable");
    }
}
