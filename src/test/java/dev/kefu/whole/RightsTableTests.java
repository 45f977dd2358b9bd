package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.models.Models;
import dev.kefu.whole.RightsTable.Right;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The README says which group may do what; this walks through all of it, by REST, the engine's REST API and the pages. */
@WholeTest
@TestInstance(Lifecycle.PER_CLASS)
class RightsTableTests {

    private static final RightsTable TABLE = RightsTable.ofGroups();

    private static final String NOTHING = "{}";

    @Autowired
    Kefu kefu;

    @Autowired
    Accounts accounts;

    private final Map<String, Function<String, Right>> probes = new LinkedHashMap<>();

    private Kefu.Case goods;

    @BeforeAll
    void probes() {
        probes.put("Tasklist", user -> page(user, "tasklist"));
        probes.put("Cockpit", user -> page(user, "cockpit"));
        probes.put("Admin", user -> page(user, "admin"));
        probes.put("Opens returns", this::opensReturns);
        probes.put("Reads cases", this::readsCases);
        probes.put("Writes notes", user -> allowed(kefu.as(user)
                .post(caseOfTheShop() + "/notes", "{\"text\": \"Called.\"}"), 201));
        probes.put("Reports parcels", user -> reached(kefu.as(user)
                .post(caseOfTheShop() + "/messages/return-parcel-arrived", NOTHING), 409));
        probes.put("Reports payouts", user -> reached(kefu.as(user).post("/api/payout-events",
                "{\"eventId\": \"TABLE\", \"refundId\": \"NONE\", \"status\": \"PAID\"}"), 404));
        probes.put("Hands out tasks", this::handsOutTasks);
        probes.put("Reads orders", this::readsOrders);
        probes.put("Stores orders", this::storesOrders);
        probes.put("Keeps stock", this::keepsStock);
        probes.put("Deploys models", this::deploys);
        probes.put("Reads history", this::readsHistory);
        probes.put("Exports, erases", this::exports);
        probes.put("Keeps accounts", this::keepsAccounts);
        probes.put("Intervenes", this::intervenes);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void saysInTheReadmeWhatAGroupMay(String group, String thing, Right expected) {
        var user = personOf(group);

        assertThat(probes).as("a probe for each column").containsKey(thing);
        assertThat(probes.get(thing).apply(user)).as(group + ": " + thing).isEqualTo(expected);
    }

    static Stream<Arguments> cells() {
        return TABLE.groups().stream().flatMap(group -> TABLE.things().stream()
                .map(thing -> Arguments.of(group, thing, TABLE.of(group, thing))));
    }

    @Test
    void namesEveryGroupAndEveryProbe() {
        var groups = new TreeSet<>(Groups.NAMES.keySet());
        groups.add(Groups.ADMINISTRATORS);

        assertThat(TABLE.groups()).containsExactlyInAnyOrderElementsOf(groups);
        assertThat(TABLE.things()).containsExactlyElementsOf(probes.keySet());
    }

    @Test
    void namesTheGroupsOfEveryTask() {
        var models = Models.below(Path.of("")).candidateGroups();

        var said = RightsTable.ofTasks();

        assertThat(said.keySet()).isEqualTo(models.keySet());
        assertThat(said).allSatisfy((task, groups) -> {
            if (models.get(task).contains("$")) {
                assertThat(Groups.NAMES.keySet()).containsAll(groups);
            } else {
                assertThat(groups).isEqualTo(Set.of(models.get(task).split(", *")));
            }
        });
    }

    /** A person who is in this group and in no other. */
    private String personOf(String group) {
        var user = "only" + group.replace("-", "");
        accounts.ensureUser(user, "", "", user, List.of(group));
        return user;
    }

    private Right page(String user, String application) {
        var login = Caller.login(kefu.port(), user, application);

        return allowed(login, 200);
    }

    private Right opensReturns(String user) {
        var unknown = Map.of("orderNumber", "NONE", "reason", "DEFECTIVE", "resolution", "REFUND",
                "lines", List.of(Map.of("line", 1, "quantity", 1)));
        var definition = "/engine-rest/process-definition/key/product-return";

        return same(List.of(allowed(kefu.asks(user, unknown), 422),
                allowed(kefu.as(user).post(definition + "/start", Json.variables(unknown)), 422),
                allowed(kefu.as(user).post(definition + "/submit-form", Json.variables(unknown)), 422)));
    }

    private Right readsCases(String user) {
        var file = kefu.as(user).get(caseOfTheShop());
        var list = kefu.as(user).get("/api/cases?orderNumber=" + goods.text("orderNumber"));
        if (file.status() == 403) {
            assertThat(list.status() == 403 || list.json().get("cases").isEmpty()).as(list.body()).isTrue();
            return Right.NONE;
        }
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(list.body()).contains(goods.number()).doesNotContain("王芳", Sale.PHONE);
        return file.body().contains(Sale.PHONE) ? Right.FULL : Right.MASKED;
    }

    private Right handsOutTasks(String user) {
        caseOfTheShop();
        var task = goods.taskPath("reviewReturn");

        return same(List.of(allowed(kefu.as(user).post(task + "/assignee", "{\"userId\": \"returns\"}"), 204),
                allowed(kefu.as(user).post(task + "/assignee", "{\"userId\": null}"), 204),
                allowed(kefu.as(user).get("/api/workload"), 200),
                allowed(kefu.as(user).post("/api/tasks/reassign", "{\"from\": \"nobody\", \"to\": \"returns\"}"), 422),
                allowed(kefu.as(user).put(caseOfTheShop() + "/owner", "{\"owner\": \"consultant\"}"), 200)));
    }

    private Right readsOrders(String user) {
        caseOfTheShop();
        var order = kefu.as(user).get("/api/orders/" + goods.text("orderNumber"));

        if (allowed(order, 200) == Right.NONE) {
            return Right.NONE;
        }
        return order.body().contains(Sale.PHONE) ? Right.FULL : Right.MASKED;
    }

    private Right storesOrders(String user) {
        return same(List.of(allowed(kefu.as(user).put("/api/orders/TABLE-1", kefu.sale().line(1, "1.00").json()), 200, 201),
                allowed(kefu.as(user).with("Content-Type", "text/csv").send("POST", "/api/orders/import", "a,b\n1,2\n"), 422)));
    }

    private Right keepsStock(String user) {
        return same(List.of(allowed(kefu.as(user).put("/api/stock/TABLE-1", "{\"onHand\": 1}"), 200, 201),
                allowed(kefu.as(user).post("/api/stock/TABLE-1/arrivals", "{\"quantity\": 0}"), 422)));
    }

    private Right deploys(String user) {
        var model = Bpmn.convertToString(Bpmn.createExecutableProcess("table-" + user)
                .camundaHistoryTimeToLiveString("P365D").startEvent().endEvent().done());

        return allowed(kefu.as(user).deploy("table-" + user + ".bpmn", model), 200);
    }

    private Right readsHistory(String user) {
        caseOfTheShop();
        var history = kefu.as(user).get("/engine-rest/history/process-instance?processInstanceBusinessKey=" + goods.number());

        assertThat(history.status()).isEqualTo(200);
        return history.json().isEmpty() ? Right.NONE : Right.FULL;
    }

    private Right exports(String user) {
        return same(Stream.of("export", "erasure")
                .map(what -> reached(kefu.as(user).post("/api/customers/NOBODY/" + what,
                        "{\"reason\": \"They asked for it.\"}"), 404))
                .toList());
    }

    private Right intervenes(String user) {
        caseOfTheShop();
        var instance = kefu.as("admin").get("/engine-rest/process-instance?businessKey=" + goods.number()).json().get(0)
                .get("id").asText();

        return allowed(kefu.as(user).put("/engine-rest/process-instance/" + instance + "/suspended", "{\"suspended\": true}"), 422);
    }

    private Right keepsAccounts(String user) {
        return same(List.of(
                allowed(kefu.as(user).put("/engine-rest/group/finance/members/" + user, NOTHING), 204),
                allowed(kefu.as(user).delete("/engine-rest/group/finance/members/" + user), 204)));
    }

    /** A return in review, with a note that only those who work on it may read whole. */
    private String caseOfTheShop() {
        if (goods == null) {
            goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
            kefu.as("agent").post("/api/cases/" + goods.number() + "/notes", Json.of(Map.of("text", "Call " + Sale.PHONE)));
        }
        return "/api/cases/" + goods.number();
    }

    private static Right same(List<Right> ways) {
        assertThat(ways).as("the same right by each way").containsOnly(ways.get(0));
        return ways.get(0);
    }

    /** Where those who may are told that there is no such thing, others may not learn even that. */
    private static Right reached(Answer answer, int whenAllowed) {
        // 422: an administrator may do it with a reason, which is another column
        assertThat(answer.status()).as(answer.body()).isIn(403, 422, whenAllowed);
        return answer.status() == whenAllowed ? Right.FULL : Right.NONE;
    }

    /** Allowed is what those who may do it are answered, which may be a refusal for another reason; else it is forbidden. */
    private static Right allowed(Answer answer, Integer... whenAllowed) {
        if (List.of(whenAllowed).contains(answer.status())) {
            return Right.FULL;
        }
        assertThat(answer.status()).as(answer.body()).isIn(401, 403, 404);
        return Right.NONE;
    }
}
