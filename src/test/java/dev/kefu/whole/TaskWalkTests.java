package dev.kefu.whole;

import static dev.kefu.whole.Kefu.broken;
import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.kefu.Caller.Answer;
import dev.kefu.TestDatabase;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The walk of user × task × action, over HTTP: all user tasks of all deployed models, all people of the demo, everything
 * that the engine's API offers to do to a task. Who may is computed here from the models and the contract: the members of
 * the task's groups, while nobody or they themselves have it; leaders and administrators hand it to one of those; nobody
 * else does anything.
 */
@WholeTest
class TaskWalkTests {

    private static final Set<Integer> DENIED = Set.of(403, 404);

    /** Groups that a model names by an expression: what the contract says of the cases of this walk. */
    private static final Map<String, String> BY_EXPRESSION = Map.of(
            "reviewReturn", "returnsSpecialists",
            "chaseCourier", "agents,consultants",
            "grantException", "supervisors",
            "approveRefund", "managers",
            "approveSubstitute", "supervisors",
            "authoriseCancellation", "managers");

    private static final Map<String, Object> SHIPPED = Map.of("courier", "YTO", "trackingNumber", "YT-1");

    /** Tasks about a parcel that did not arrive. */
    private static final Set<String> OF_PARCELS = Set.of("reviewReport", "chaseCourier", "agreeReshipment", "collectSurcharge",
            "reshipParcel", "decideParcel", "claimFromCourier");

    /** The tasks of stock-outs; the others are those of returns. */
    private static final Set<String> STOCK_OUT = Set.of("countStock", "shipOrder", "askCustomer", "approveSubstitute",
            "authoriseCancellation");

    /** What completes each task. */
    private static final Map<String, Map<String, Object>> OUTPUTS = Map.ofEntries(
            Map.entry("reviewReturn", Map.of("decision", "APPROVE")),
            Map.entry("completeRequest", Map.of("reason", "DEFECTIVE", "resolution", "REFUND")),
            Map.entry("grantException", Map.of("granted", true, "note", "A customer of ten years.")),
            Map.entry("arrangeReturn", SHIPPED),
            Map.entry("inspectGoods", Map.of("findings", List.of(found(1, 1, 0)))),
            Map.entry("settleLoss", Map.of("lossSettlement", "REFUND", "note", "Agreed by telephone.")),
            Map.entry("settleDifference", Map.of("settlement", "SEND_BACK", "note", "Agreed by telephone.")),
            Map.entry("repairGoods", Map.of("repair", "REPAIRED", "note", "A new lid.")),
            Map.entry("shipReplacement", SHIPPED),
            Map.entry("shipBack", SHIPPED),
            Map.entry("reviewReport", Map.of("approved", true)),
            Map.entry("chaseCourier", Map.of("found", "BACK", "note", "It lies in the depot.")),
            Map.entry("agreeReshipment", Map.of("answer", "RESHIP", "courier", "SF", "note", "By another courier.")),
            Map.entry("collectSurcharge", Map.of("surchargePaid", true)),
            Map.entry("reshipParcel", Map.of("courier", "SF", "trackingNumber", "SF-1")),
            Map.entry("decideParcel", Map.of("decision", "RESHIP")),
            Map.entry("claimFromCourier", Map.of("claim", "REFUSED")),
            Map.entry("approveRefund", Map.of("approved", true)),
            Map.entry("confirmPayout", Map.of("paid", true, "reference", "B-1")),
            Map.entry("countStock", Map.of("counted", List.of(Map.of("sku", "LATE-1", "onHand", 0)))),
            Map.entry("shipOrder", SHIPPED),
            Map.entry("askCustomer", Map.of("answer", "REFUND")),
            Map.entry("approveSubstitute", Map.of("approved", true)),
            Map.entry("authoriseCancellation", Map.of("approved", true)),
            Map.entry("resolvePayout", Map.of("action", "RETRY", "note", "The account was wrong.")));

    @Autowired
    Kefu kefu;

    @Autowired
    Accounts accounts;

    /** How a call to a task ends for those who may not make it, and for those who may. */
    private record Action(String name, String method, String path, Function<Walk, String> body, Who who, int allowed,
            boolean takesTheTask) {
    }

    private enum Who {
        /** Whoever may work on it. */
        WORKER,
        /** Those who move work between people. */
        LEADER,
        WORKER_OR_LEADER,
        /** Administrators who say why; without it they are told so. */
        INTERVENTION,
        NOBODY
    }

    private List<Action> actions() {
        return List.of(
                own("claim", "POST", "/claim", walk -> "{\"userId\": \"" + walk.user + "\"}", 204),
                new Action("complete", "POST", "/complete", Walk::outputs, Who.WORKER, 204, true),
                new Action("submit", "POST", "/submit-form", Walk::outputs, Who.WORKER, 204, true),
                own("resolve what nobody delegated", "POST", "/resolve", Walk::outputs, 409),
                own("raise an error that nobody expects", "POST", "/bpmnError", walk -> "{\"errorCode\": \"x\"}", 409),
                own("escalate where nobody expects it", "POST", "/bpmnEscalation",
                        walk -> "{\"escalationCode\": \"x\"}", 409),
                own("write its variables", "POST", "/variables", Walk::modifications, 204),
                own("write other variables", "PUT", "/variables/reviewers", walk -> "{\"value\": \"agents\"}", 422),
                own("take variables away", "DELETE", "/variables/orderNumber", walk -> null, 422),
                own("write local variables", "PUT", "/localVariables/x", walk -> "{\"value\": 1}", 422),
                new Action("claim it for others", "POST", "/claim", walk -> "{\"userId\": \"nobody\"}", Who.NOBODY, 0, false),
                new Action("delegate", "POST", "/delegate", Walk::toCandidate, Who.WORKER_OR_LEADER, 204, true),
                new Action("delegate it to others than whom it is for", "POST", "/delegate",
                        walk -> "{\"userId\": \"auditor\"}", Who.NOBODY, 0, false),
                new Action("give it away", "POST", "/assignee", Walk::toCandidate, Who.LEADER, 204, true),
                new Action("give it to others than whom it is for", "POST", "/assignee",
                        walk -> "{\"userId\": \"auditor\"}", Who.NOBODY, 0, false),
                new Action("change what it is", "PUT", "", walk -> "{\"name\": \"Other\", \"priority\": 1}",
                        Who.INTERVENTION, 0, false),
                new Action("delete", "DELETE", "", walk -> null, Who.INTERVENTION, 0, false),
                new Action("say for whom it is", "POST", "/identity-links",
                        walk -> "{\"userId\": \"" + walk.user + "\", \"type\": \"candidate\"}", Who.INTERVENTION, 0, false),
                new Action("say for whom it is not", "POST", "/identity-links/delete",
                        walk -> "{\"groupId\": \"" + walk.group + "\", \"type\": \"candidate\"}", Who.INTERVENTION, 0, false),
                new Action("make themselves its owner", "POST", "/identity-links",
                        walk -> "{\"userId\": \"" + walk.user + "\", \"type\": \"owner\"}", Who.INTERVENTION, 0, false));
    }

    private static Action own(String name, String method, String path, Function<Walk, String> body, int allowed) {
        return new Action(name, method, path, body, Who.WORKER, allowed, false);
    }

    /** One task of one case, somebody who wants to do something to it, and one of those whom it is for. */
    private record Walk(Kefu.Case goods, String order, String task, String path, String user, String group, String candidate,
            boolean taken) {

        String outputs() {
            return Json.variables(all());
        }

        String modifications() {
            return Json.variables(all()).replaceFirst("variables", "modifications");
        }

        String toCandidate() {
            return "{\"userId\": \"" + candidate + "\"}";
        }

        private Map<String, Object> all() {
            var outputs = new LinkedHashMap<>(OUTPUTS.get(task));
            // A parcel's number belongs to one order
            outputs.computeIfPresent("trackingNumber", (field, number) -> "TW-" + order + "-" + task);
            if (task.equals("completeRequest")) {
                outputs.put("orderNumber", order);
                outputs.put("lines", List.of(Map.of("line", 1, "quantity", 1)));
            }
            return outputs;
        }

        Walk by(String other) {
            return new Walk(goods, order, task, path, other, group, candidate, taken);
        }
    }

    @TestFactory
    Stream<DynamicTest> letsWorkOnATaskWhomTheModelAndTheContractName() {
        var groups = groupsByTask();
        assertThat(groups.keySet()).as("Tasks of the deployed models; say how one gets there, and what completes it")
                .containsExactlyInAnyOrderElementsOf(OUTPUTS.keySet());
        return groups.entrySet().stream()
                // The rules are the same on every database; PostgreSQL sees one task
                .filter(each -> !TestDatabase.isPostgres() || each.getKey().equals("approveRefund"))
                .flatMap(each -> Stream.of(
                        dynamicTest(each.getKey() + ", while nobody has it", () -> walk(each.getKey(), each.getValue(), false)),
                        dynamicTest(each.getKey() + ", in somebody's hands", () -> walk(each.getKey(), each.getValue(), true))));
    }

    private void walk(String task, Set<String> groups, boolean taken) {
        var candidates = people().stream().filter(user -> isIn(user, groups)).toList();
        var owner = candidates.get(0);
        var walk = begin(task, groups, candidates, owner, taken);
        var story = walk.goods().timeline();
        var surprises = Collections.synchronizedList(new ArrayList<String>());
        var outsiders = people().stream().filter(user -> !candidates.contains(user) && !isLeader(user)).toList();
        var insiders = people().stream().filter(user -> !outsiders.contains(user)).toList();

        // First what is refused, or harmless: all of it in one case
        outsiders.parallelStream().forEach(user -> surprises.addAll(tryOut(walk.by(user), false)));
        for (var user : insiders) {
            surprises.addAll(tryOut(walk.by(user), taken ? user.equals(owner) : candidates.contains(user)));
        }
        assertThat(surprises).isEmpty();
        assertThat(walk.goods().tasks()).containsExactly(task);
        assertThat(walk.goods().task(task).get("assignee").asText()).isEqualTo(taken ? owner : "null");
        assertThat(walk.goods().timeline()).isEqualTo(story);

        // Then what is allowed and changes the task: each on one of its own
        for (var user : insiders) {
            var isWorker = taken ? user.equals(owner) : candidates.contains(user);
            for (var action : actions()) {
                if (action.takesTheTask() && expected(action, user, isWorker).equals(Set.of(204))) {
                    var answer = send(action, begin(task, groups, candidates, owner, taken).by(user));
                    assertThat(answer.status()).as(user + " · " + action.name() + ": " + answer.body()).isEqualTo(204);
                }
            }
        }
    }

    private List<String> tryOut(Walk walk, boolean isWorker) {
        var surprises = new ArrayList<String>();
        for (var action : actions()) {
            var expected = expected(action, walk.user(), isWorker);
            if (expected.equals(Set.of(204)) && action.takesTheTask()) {
                continue;
            }
            var answer = send(action, walk);
            if (!expected.contains(answer.status())) {
                surprises.add(walk.user() + " · " + action.name() + ": " + answer.status() + " instead of " + expected + " "
                        + answer.body());
            }
            if (action.name().equals("claim") && answer.status() == 204 && !walk.taken()) {
                kefu.as("admin").post(walk.path() + "/assignee", "{\"userId\": null}");
            }
        }
        return surprises;
    }

    private Set<Integer> expected(Action action, String user, boolean isWorker) {
        var isAdministrator = isIn(user, Set.of("camunda-admin"));
        var isAllowed = switch (action.who()) {
            case WORKER -> isWorker;
            case LEADER -> isLeader(user);
            case WORKER_OR_LEADER -> isWorker || isLeader(user);
            case INTERVENTION, NOBODY -> false;
        };
        if (isAllowed) {
            return Set.of(action.allowed());
        }
        var asksForAReason = isAdministrator && (action.who() == Who.INTERVENTION || action.path().matches("/(local)?[vV]ariables.*"));
        return asksForAReason ? Set.of(422) : DENIED;
    }

    private boolean isLeader(String user) {
        return isIn(user, Set.of("teamLeaders", "managers", "supervisors", "afterSalesSupervisors", "camunda-admin"));
    }

    private Answer send(Action action, Walk walk) {
        var body = action.body().apply(walk);
        var caller = body == null ? kefu.as(walk.user()) : kefu.as(walk.user()).with("Content-Type", "application/json");
        return caller.send(action.method(), walk.path() + action.path(), body);
    }

    private Walk begin(String task, Set<String> groups, List<String> candidates, String owner, boolean taken) {
        if (STOCK_OUT.contains(task)) {
            var order = kefu.sells(kefu.saleUnderWay().of("LATE-1", 1, "50.00"));
            return walk(task, bringStockOutTo(task, order), order, groups, candidates, owner, taken);
        }
        if (OF_PARCELS.contains(task)) {
            return beginParcel(task, groups, candidates, owner, taken);
        }
        var order = kefu.sells(kefu.sale().line(1, task.equals("approveRefund") ? "900.00" : "50.00", null,
                task.equals("grantException") ? "PERISHABLE" : "KITCHEN"));
        return walk(task, bringTo(task, kefu.opens("agent", request(task, order))), order, groups, candidates, owner, taken);
    }

    private Walk walk(String task, Kefu.Case goods, Kefu.Order order, Set<String> groups, List<String> candidates, String owner,
            boolean taken) {
        if (taken) {
            assertThat(goods.claim(owner, task).status()).isEqualTo(204);
        }
        return new Walk(goods, order.number(), task, goods.taskPath(task), owner, groups.iterator().next(),
                candidates.get(candidates.size() - 1), taken);
    }

    private Walk beginParcel(String task, Set<String> groups, List<String> candidates, String owner, boolean taken) {
        var number = "TW" + UUID.randomUUID();
        var order = kefu.sells(kefu.saleUnderWay().line(1, "50.00").with("shipments", List.of(Map.of("courier", "YTO",
                "trackingNumber", number, "shippedAt", "2026-11-01T10:00:00+08:00", "lines", List.of(Map.of("line", 1, "quantity", 1))))));
        var started = kefu.as(task.equals("reviewReport") ? "junior" : "agent").post("/api/cases/undeliverable-parcel",
                Json.of(Map.of("trackingNumber", number, "cause", task.equals("claimFromCourier") ? "COURIER_FAULT" : "UNREACHABLE")));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        var parcel = bringParcelTo(task, kefu.caseOf(started));
        if (taken) {
            assertThat(parcel.claim(owner, task).status()).isEqualTo(204);
        }
        return new Walk(parcel, order.number(), task, parcel.taskPath(task), owner, groups.iterator().next(),
                candidates.get(candidates.size() - 1), taken);
    }

    private static Kefu.Case bringParcelTo(String task, Kefu.Case parcel) {
        return switch (task) {
            case "reviewReport", "chaseCourier" -> parcel;
            case "claimFromCourier" -> parcel.done("agent", "chaseCourier", Map.of("found", "DELIVERED", "note", "Signed for."));
            case "agreeReshipment" -> parcel.done("agent", "chaseCourier", OUTPUTS.get("chaseCourier"));
            case "collectSurcharge" -> bringParcelTo("agreeReshipment", parcel).done("agent", "agreeReshipment", OUTPUTS.get("agreeReshipment"));
            case "reshipParcel" -> bringParcelTo("collectSurcharge", parcel).done("agent", "collectSurcharge", OUTPUTS.get("collectSurcharge"));
            case "decideParcel" -> {
                bringParcelTo("agreeReshipment", parcel);
                for (var tried = 0; tried < 3; tried++) {
                    parcel.done("agent", "agreeReshipment", Map.of("answer", "NO_ANSWER"));
                }
                yield parcel;
            }
            default -> throw new AssertionError("Say how a parcel gets to " + task + ".");
        };
    }

    private Kefu.Case bringStockOutTo(String task, Kefu.Order order) {
        kefu.as("warehouse").put("/api/stock/DEAR-1", "{\"onHand\": 100000, \"price\": \"90.00\"}");
        var goods = kefu.caseOf(kefu.as("agent").post("/api/cases/stock-out",
                Json.of(Map.of("orderNumber", order.number(), "cause", "OUT_OF_STOCK"))));
        if (task.equals("countStock")) {
            return goods;
        }
        goods.done("warehouse", "countStock", OUTPUTS.get("countStock"));
        return switch (task) {
            case "askCustomer" -> goods;
            case "approveSubstitute" -> goods.done("agent", "askCustomer", Map.of("answer", "SUBSTITUTE", "substituteSku", "DEAR-1"));
            case "shipOrder" -> goods.done("agent", "askCustomer", Map.of("answer", "SUBSTITUTE", "substituteSku", "DEAR-1"))
                    .done("supervisor", "approveSubstitute", Map.of("approved", true));
            case "authoriseCancellation" -> goods.done("agent", "askCustomer", OUTPUTS.get("askCustomer"));
            default -> throw new AssertionError("Say how a case gets to " + task + ".");
        };
    }

    private Map<String, Object> request(String task, Kefu.Order order) {
        return switch (task) {
            case "repairGoods" -> order.returning("DEFECTIVE", "REPAIR", 1, 1);
            case "shipReplacement" -> {
                kefu.hasInStock("SKU-1", 1000);
                yield order.returning("DEFECTIVE", "EXCHANGE", 1, 1);
            }
            default -> order.returning(1, 1);
        };
    }

    private Kefu.Case bringTo(String task, Kefu.Case goods) {
        return switch (task) {
            case "reviewReturn" -> goods;
            case "grantException" -> goods.done("returns", "reviewReturn", Map.of("decision", "EXCEPTION", "note", "Ten years."));
            case "repairGoods", "shipReplacement" -> goods.broughtBack().inspected("warehouse", broken(1, 1, 0));
            case "completeRequest" -> goods.done("returns", "reviewReturn", Map.of("decision", "ASK", "note", "Which one?"));
            case "arrangeReturn" -> goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
            case "settleLoss" -> {
                var number = "TL" + UUID.randomUUID();
                bringTo("arrangeReturn", goods).done("returns", "arrangeReturn", Map.of("courier", "YTO", "trackingNumber", number));
                assertThat(kefu.as("integration").post("/api/parcel-events", Json.of(Map.of("eventId", number, "courier", "YTO",
                        "trackingNumber", number, "status", "LOST", "occurredAt", "2026-11-02T10:00:00+08:00"))).status()).isEqualTo(202);
                yield goods;
            }
            case "inspectGoods" -> goods.broughtBack();
            case "settleDifference" -> goods.broughtBack().inspected("warehouse", found(1, 0, 1));
            case "shipBack" -> bringTo("settleDifference", goods).done("returns", "settleDifference", OUTPUTS.get("settleDifference"));
            case "approveRefund", "confirmPayout" -> goods.broughtBack().inspected("warehouse", found(1, 1, 0));
            case "resolvePayout" -> bringTo("confirmPayout", goods).done("finance", "confirmPayout", Map.of("paid", false));
            default -> throw new AssertionError("Say how a case gets to " + task + ".");
        };
    }

    /** From the models as they are deployed. */
    private Map<String, Set<String>> groupsByTask() {
        var tasks = new TreeMap<String, Set<String>>();
        for (var definition : kefu.as("admin").get("/engine-rest/process-definition?latestVersion=true").json()) {
            var xml = kefu.as("admin").get("/engine-rest/process-definition/" + definition.get("id").asText() + "/xml").json();
            var model = Bpmn.readModelFromStream(new ByteArrayInputStream(
                    xml.get("bpmn20Xml").asText().getBytes(StandardCharsets.UTF_8)));
            for (var task : model.getModelElementsByType(UserTask.class)) {
                assertThat(task.getCamundaAssignee()).isNull();
                assertThat(task.getCamundaCandidateUsersList()).isEmpty();
                var groups = task.getCamundaCandidateGroups();
                tasks.put(task.getId(), Set.copyOf(Arrays.stream(
                        (groups.contains("${") ? BY_EXPRESSION.get(task.getId()) : groups).split(",")).map(String::strip).toList()));
            }
        }
        return tasks;
    }

    private List<String> people() {
        return Stream.concat(Groups.NAMES.keySet().stream().sorted(), Stream.of(Groups.ADMINISTRATORS))
                .map(accounts::membersOf).flatMap(List::stream).distinct().toList();
    }

    private boolean isIn(String user, Set<String> groups) {
        return !Collections.disjoint(accounts.groupsOf(user), groups);
    }
}
