package dev.kefu.models;

import dev.kefu.workflow.gate.DeploymentCheck;
import dev.kefu.workflow.gate.House;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** What may be deployed at all is for the gate to say; models that it refuses should not get as far as a release. */
final class GateRules {

    static final List<Rule> ALL = List.of(new Rule("The deployment gate lets it pass", GateRules::refusals));

    private GateRules() {
    }

    private static Stream<Complaint> refusals(Models models) {
        var files = new HashMap<String, byte[]>();
        Stream.of(".bpmn", ".dmn", ".form").flatMap(models::filesEndingWith)
            .forEach(file -> files.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8)));
        return new DeploymentCheck(new Sources(models)).findings(files).stream()
            .map(finding -> new Complaint(finding.file(), finding.element(), finding.problem()));
    }

    /** The house as far as its sources tell: all decisions come with the models. */
    private record Sources(Models models) implements House {

        @Override
        public boolean isServiceTask(String name) {
            return !name.isEmpty() && models.sources().stream().anyMatch(each -> each.endsWith(
                "/process/" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + ".java"));
        }

        @Override
        public boolean isTaskListener(String name) {
            return false;
        }

        @Override
        public boolean hasDecision(String id) {
            return false;
        }

        @Override
        public boolean isStartedByPeople(String process) {
            return false;
        }
    }
}
