package dev.kefu.workflow;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision tables, always in their latest version; the engine keeps inputs, outputs and the rule that hit. */
@Component
public class Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final HouseCommands house;

    Decisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository, HouseCommands house) {
        this.decisions = decisions;
        this.repository = repository;
        this.house = house;
    }

    /**
     * What a table said.
     *
     * @param table   the decision's id
     * @param version of the table, counting from 1
     * @param outputs by name
     */
    public record Ruling(String table, int version, Map<String, Object> outputs) {

        public String text(String output) {
            return (String) outputs.get(output);
        }

        public boolean flag(String output) {
            return Boolean.TRUE.equals(outputs.get(output));
        }

        public int number(String output) {
            return ((Number) outputs.get(output)).intValue();
        }
    }

    /**
     * @throws IllegalStateException if no rule of the table fits: a table with a gap
     */
    public Ruling ask(String table, Map<String, Object> inputs) {
        return house.run(() -> {
            var definition = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion()
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException("There is no decision table " + table);
            }
            var result = decisions.evaluateDecisionTableById(definition.getId(), inputs);
            if (result.isEmpty()) {
                throw new IllegalStateException("No rule of " + table + " fits " + inputs);
            }
            return new Ruling(table, definition.getVersion(), Map.copyOf(result.getSingleResult().getEntryMap()));
        });
    }
}
