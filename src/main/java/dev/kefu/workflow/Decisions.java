package dev.kefu.workflow;

import dev.kefu.shared.RuleViolation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.lang.Nullable;
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

        /** @throws RuleViolation if the rule that hit leaves it empty, or gives something else */
        public String text(String output) {
            return output(output, String.class);
        }

        public boolean flag(String output) {
            return output(output, Boolean.class);
        }

        public int number(String output) {
            return output(output, Number.class).intValue();
        }

        /** One of the constants of an enumeration, by name. */
        public <E extends Enum<E>> E choice(String output, Class<E> choices) {
            var given = text(output);
            return Arrays.stream(choices.getEnumConstants()).filter(each -> each.name().equals(given)).findFirst()
                    .orElseThrow(() -> unfit(output, given));
        }

        private <T> T output(String name, Class<T> type) {
            var given = outputs.get(name);
            if (!type.isInstance(given)) {
                throw unfit(name, given);
            }
            return type.cast(given);
        }

        private RuleViolation unfit(String output, @Nullable Object given) {
            return new RuleViolation(output, table, "The table " + table + " (version " + version + ") says "
                    + (given == null ? "nothing" : "'" + given + "'") + " for " + output
                    + ", which does not fit. A supervisor has to mend the table.");
        }
    }

    /**
     * @throws RuleViolation if no rule of the table fits: a table with a gap, which a supervisor has to mend
     */
    public Ruling ask(String table, Map<String, Object> inputs) {
        return house.run(() -> {
            var definition = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                    .withoutTenantId().latestVersion()
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException("There is no decision table " + table);
            }
            var result = decisions.evaluateDecisionTableById(definition.getId(), inputs);
            if (result.isEmpty()) {
                throw new RuleViolation(table, table, "No rule of the table " + table + " fits. A supervisor has to mend it.");
            }
            return new Ruling(table, definition.getVersion(), new HashMap<>(result.getSingleResult().getEntryMap()));
        });
    }
}
