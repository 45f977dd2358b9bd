package dev.kefu.attacks;

import static dev.kefu.attacks.QueryFields.EXPRESSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.whole.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CVE-2026-109432: code that somebody writes into a query and that 7.24.0 runs. Each attempt leaves a mark in this very
 * machine if it succeeds.
 */
class QueryAttackTests extends AttackTests {

    private static final List<String> PEOPLE = List.of("agent", "supervisor", "admin");

    /** The engine's interface by Basic, and the web applications' own by their session. */
    private enum Door {

        INTERFACE("/engine-rest") {
            @Override
            Caller open(Target target, String user) {
                return target.as(user);
            }
        },
        WEB_APPLICATION("/camunda/api/engine/engine/default") {
            @Override
            Caller open(Target target, String user) {
                return target.inTasklist(user);
            }
        };

        private final String path;

        Door(String path) {
            this.path = path;
        }

        abstract Caller open(Target target, String user);
    }

    @Override
    Stream<Attack> attacks() {
        return Stream.of(
                PEOPLE.stream().flatMap(user -> Stream.of(Door.values()).flatMap(door -> Stream.of("/task?maxResults=15", "/task/count")
                        .map(path -> attack(user + " runs code by an or-query through " + door.path + path, (target, mark) ->
                                door.open(target, user).post(door.path + path, orQuery("assigneeExpression", mark)))))),
                EXPRESSIONS.stream().map(field ->
                        attack("an agent runs code by the field " + field + " of an or-query", (target, mark) ->
                                target.as("agent").post("/engine-rest/task", orQuery(field, mark)))),
                Stream.of("/list?firstResult=0&maxResults=15", "/count", "/singleResult").flatMap(way -> Stream.of(Door.values()).map(door ->
                        extending(door, way))),
                Stream.of("/list", "/list?firstResult=0&maxResults=15", "/count", "/singleResult", "?itemCount=true")
                        .flatMap(way -> Stream.of(false, true).map(inOrQuery -> storing(way, inOrQuery))),
                Stream.of(updating()))
                .flatMap(each -> each);
    }

    private static Attack attack(String name, BiFunction<Target, Mark, Answer> attempt) {
        return Attack.on(name, target -> {
            var mark = new Mark();
            attempt.apply(target, mark);
            return mark.isLeft();
        });
    }

    /** Whoever sees a filter narrows it further. */
    private static Attack extending(Door door, String way) {
        return new Attack("an agent runs code by narrowing a filter, " + door.path + way, target -> {
            var filter = visibleFilter(target);
            return () -> {
                var mark = new Mark();
                door.open(target, "agent").post(door.path + "/filter/" + filter + way, orQuery("ownerExpression", mark));
                return mark.isLeft();
            };
        });
    }

    private static Attack storing(String way, boolean inOrQuery) {
        return new Attack("an agent stores code in a filter" + (inOrQuery ? "'s or-query" : "") + " and opens it by " + way,
                target -> {
                    letCreateFilters(target);
                    return () -> {
                        var mark = new Mark();
                        var query = inOrQuery ? orQuery("dueAfterExpression", mark) : direct("assigneeExpression", mark);
                        var created = target.as("agent").post("/engine-rest/filter/create", filter(query));
                        if (created.status() == 200) {
                            target.as("agent").get("/engine-rest/filter/" + created.json().get("id").asText() + way);
                        }
                        return mark.isLeft();
                    };
                });
    }

    private static Attack updating() {
        return new Attack("an agent changes a filter so that it runs code", target -> {
            letCreateFilters(target);
            var own = target.as("agent").post("/engine-rest/filter/create", filter("{}"));
            var filter = own.status() == 200 ? own.json().get("id").asText() : visibleFilter(target);
            return () -> {
                var mark = new Mark();
                target.as("agent").put("/engine-rest/filter/" + filter, filter(direct("ownerExpression", mark)));
                target.as("agent").get("/engine-rest/filter/" + filter + "/list");
                return mark.isLeft();
            };
        });
    }

    @Test
    void triesEveryFieldOfAnyQueryThatTakesAnExpression() {
        assertThat(QueryFields.ofAllInterfaces()).containsOnlyKeys(TaskQueryDto.class);
        assertThat(QueryFields.ofAllInterfaces().get(TaskQueryDto.class)).containsExactlyInAnyOrderElementsOf(EXPRESSIONS);
        assertThat(EXPRESSIONS).hasSizeGreaterThan(15);
    }

    /** The engine refuses these too, or does not look at them; they stay shut. */
    @Test
    void runsNoCodeOnAnyOtherLevelOfAQuery() {
        for (var user : PEOPLE) {
            for (var field : EXPRESSIONS) {
                var mark = new Mark();
                var ways = Map.of(
                        "/task", List.of(direct(field, mark), "{\"orQueries\": [" + orQuery(field, mark) + "]}"),
                        "/task/count", List.of(direct(field, mark)));
                ways.forEach((path, bodies) -> bodies.forEach(body -> {
                    var answer = kefu.as(user).post("/engine-rest" + path, body);

                    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                }));
                var byAddress = kefu.as(user).get("/engine-rest/task?" + field + "=%24%7Bnow()%7D");

                assertThat(byAddress.status()).as(byAddress.body()).isEqualTo(400);
                assertThat(mark.isLeft()).isFalse();
            }
        }
    }

    @Test
    void storesNoFilterThatWouldRunCodeForAnAdministratorEither() {
        for (var query : List.of(direct("assigneeExpression", new Mark()), orQuery("dueAfterExpression", new Mark()))) {
            var before = ours().rows();

            var created = kefu.as("admin").post("/engine-rest/filter/create", filter(query));

            assertThat(created.status()).as(created.body()).isEqualTo(400);
            assertThat(created.json().get("message").asText()).contains("may not use");
            assertThat(ours().rows()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"${(1", "${}", "${1 +}", "${nothing}", "${dateTime().getClass()}", "${recordPayout}", "${S('[]')}"})
    void storesNoFilterWhoseExpressionCanNotBeEvaluated(String expression) {
        var created = kefu.as("admin").post("/engine-rest/filter/create",
                filter(Json.of(Map.of("assigneeExpression", expression))));

        assertThat(created.status()).as(created.body()).isEqualTo(400);
        assertThat(created.body()).doesNotContain("\tat ");
    }

    @Test
    void takesQueriesWithoutExpressionsByEachDoor() {
        for (var door : Door.values()) {
            for (var user : PEOPLE) {
                var answer = door.open(ours(), user).post(door.path + "/task?maxResults=15", "{\"orQueries\": [{\"assignee\": \"x\"}]}");

                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            }
        }
    }

    @Test
    void keepsTheExpressionsThatFiltersNeed() {
        var query = Json.of(Map.of("orQueries", List.of(Map.of(
                "assigneeExpression", "${currentUser()}",
                "candidateGroupsExpression", "${currentUserGroups()}",
                "createdBeforeExpression", "${now()}",
                "dueBeforeExpression", "${dateTime().plusDays(2).withTimeAtStartOfDay()}"))));

        var created = kefu.as("admin").post("/engine-rest/filter/create", filter(query));
        assertThat(created.status()).as(created.body()).isEqualTo(200);
        var id = created.json().get("id").asText();
        var listed = kefu.as("admin").get("/engine-rest/filter/" + id + "/list");
        var narrowed = kefu.as("admin").post("/engine-rest/filter/" + id + "/count", "{\"orQueries\": [{\"assignee\": \"x\"}]}");
        kefu.as("admin").delete("/engine-rest/filter/" + id);

        assertThat(listed.status()).as(listed.body()).isEqualTo(200);
        assertThat(narrowed.status()).as(narrowed.body()).isEqualTo(200);
    }

    private static String direct(String field, Mark mark) {
        return Json.of(Map.of(field, mark.expression()));
    }

    private static String orQuery(String field, Mark mark) {
        return "{\"orQueries\": [" + direct(field, mark) + "]}";
    }

    private static String filter(String query) {
        return """
                {"resourceType": "Task", "name": "%s", "owner": "agent", "query": %s, "properties": {}}""".formatted(UUID.randomUUID(), query);
    }

    /** A filter that everybody sees, as both have them. */
    private static String visibleFilter(Target target) {
        var filters = target.engine().getFilterService();
        var name = "Everybody's";
        var there = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (there != null) {
            return there.getId();
        }
        var filter = filters.newTaskFilter(name);
        filter.setQuery(target.engine().getTaskService().createTaskQuery());
        filters.saveFilter(filter);
        var readable = target.engine().getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        readable.setUserId("*");
        readable.setResource(Resources.FILTER);
        readable.setResourceId(filter.getId());
        readable.addPermission(Permissions.READ);
        target.engine().getAuthorizationService().saveAuthorization(readable);
        return filter.getId();
    }

    /** The right that Tasklist's button for a new filter needs. Kefu gives it to administrators alone. */
    private static void letCreateFilters(Target target) {
        if (target instanceof StockTarget stock) {
            stock.grant("agents", Resources.FILTER, Permissions.CREATE);
        }
    }
}
