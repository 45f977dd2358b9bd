package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import dev.kefu.workflow.Accounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class DoorsTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders/SO-1", "/api/cases", "/api/nothing", "/api/docs",
            "/engine-rest", "/engine-rest/engine", "/engine-rest/engine/default/user", "/engine-rest/user",
            "/engine-rest/task", "/engine-rest/version", "/actuator", "/actuator/env", "/swagger-ui/index.html",
            "/nothing", "/error", "/h2-console", "/processes/returns/product-return.bpmn"})
    void refusesWhoeverIsNotLoggedIn(String path) {
        var answer = Caller.anonymous(port).get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
        assertThat(answer.json().get("status").asInt()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cases/product-return", "/api/orders/import", "/engine-rest/task",
            "/engine-rest/deployment/create", "/engine-rest/user/create", "/engine-rest/authorization/create",
            "/engine-rest/process-definition/key/product-return/start", "/actuator/shutdown"})
    void refusesToWriteForWhoeverIsNotLoggedIn(String path) {
        var answer = Caller.anonymous(port).post(path, "{}");

        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default/task", "/camunda/api/engine/engine/default/user",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/tasklist/plugin/tasklistPlugins/default/x", "/camunda/api/admin/auth/user/default/profile"})
    void keepsTheDataOfTheWebApplicationsFromWhoeverIsNotLoggedIn(String path) {
        var answer = Caller.anonymous(port).get(path);

        assertThat(answer.status()).isIn(401, 403, 404);
    }

    @Test
    void tellsAnybodyThatItIsHealthyAndNothingElse() {
        var answer = Caller.anonymous(port).get("/actuator/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().fieldNames()).toIterable().containsOnly("status");
    }

    @Test
    void takesPeopleWithABrowserToTheLogin() {
        var browser = Caller.anonymous(port).with("Accept", "text/html,application/xhtml+xml").with("Sec-Fetch-Mode", "navigate");

        var docs = browser.get("/api/docs");
        var root = browser.get("/");

        assertThat(docs.status()).isEqualTo(302);
        assertThat(docs.header("Location")).endsWith("/camunda/app/tasklist/default/");
        assertThat(root.status()).isEqualTo(302);
        assertThat(root.header("Location")).contains("/camunda/app/");
    }

    @Test
    void bringsPeopleBackToThePageOfOursThatTheyWanted() {
        var browser = Caller.anonymous(port).with("Accept", "text/html,application/xhtml+xml").with("Sec-Fetch-Mode", "navigate");

        var page = browser.get("/app/cases/KF-2026-000001?a=1&b=2");
        var login = browser.get("/app/login?to=%2Fapp");
        var other = browser.get("/application");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/app/login?to=%2Fapp%2Fcases%2FKF-2026-000001%3Fa%3D1%26b%3D2");
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.body()).contains("<div id=\"app\">");
        assertThat(other.header("Location")).doesNotContain("/app/login");
    }

    /** They tell it once for each session, and our own login needs it also later. */
    @Test
    void tellsTheTokenAgainstForgeriesWithEveryPage() {
        var anonymous = Caller.anonymous(port);
        var first = anonymous.get("/camunda/app/tasklist/default/");

        var again = anonymous.withCookiesOf(first).get("/camunda/app/tasklist/default/");
        var data = anonymous.withCookiesOf(first).get("/camunda/api/engine/engine");

        assertThat(again.header("X-XSRF-TOKEN")).isNotEmpty().isEqualTo(first.header("X-XSRF-TOKEN"));
        assertThat(data.header("X-XSRF-TOKEN")).isEmpty();
    }

    @Test
    void opensNoWindowOfTheBrowserOverTheTasklist() {
        var script = Caller.anonymous(port).with("Sec-Fetch-Site", "same-origin").with("Sec-Fetch-Mode", "cors");

        var answer = script.get("/api/cases");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).doesNotContainKey("www-authenticate");
    }

    @Test
    void letsInWithNameAndPasswordAndKeepsNoSession() {
        var answer = Caller.as(port, "agent").get("/engine-rest/engine");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void refusesAWrongPasswordInTheSameWords() {
        var wrong = Caller.withPassword(port, "analyst", "wrong").get("/engine-rest/engine");
        var unknown = Caller.withPassword(port, "nobody", "wrong").get("/engine-rest/engine");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void shutsWhatItDoesNotKnowAlsoForThoseLoggedIn() {
        var answer = Caller.as(port, "admin").get("/nothing");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void takesTheLoginOfTheTasklistForItsOwnInterfaces() {
        var browser = Caller.inTasklist(port, "supervisor");

        var answer = browser.get("/engine-rest/user/supervisor/profile");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("id").asText()).isEqualTo("supervisor");
    }

    @Test
    void leavesTheSessionOfTheTasklistAsItIs() {
        var browser = Caller.inTasklist(port, "supervisor");

        var first = browser.get("/engine-rest/user/supervisor/profile");
        var second = browser.get("/engine-rest/user/supervisor/profile");

        assertThat(first.headers()).doesNotContainKey("set-cookie");
        assertThat(second.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "same-origin, -,              application/json,         -,              200",
            "-,           own,            application/json,         -,              200",
            "-,           own,            application/json;charset=UTF-8, -,        200",
            "-,           -,              application/json,         -,              403",
            "cross-site,  -,              application/json,         -,              403",
            "cross-site,  own,            application/json,         -,              403",
            "same-site,   -,              application/json,         -,              403",
            "-,           http://evil.example, application/json,    -,              403",
            "-,           null,           application/json,         -,              403",
            "same-origin, own,            text/plain,               -,              403",
            "same-origin, own,            application/x-www-form-urlencoded, -,     403",
            "same-origin, own,            multipart/form-data;boundary=x, -,        403",
            "same-origin, own,            -,                        -,              403"})
    void writesBySessionOnlyForItsOwnPages(String site, String origin, String type, String requestedWith, int expected) {
        var browser = Caller.inTasklist(port, "supervisor");
        browser = site == null ? browser : browser.with("Sec-Fetch-Site", site);
        browser = origin == null ? browser
                : browser.with("Origin", origin.equals("own") ? "http://localhost:" + port : origin);
        browser = type == null ? browser : browser.with("Content-Type", type);
        browser = requestedWith == null ? browser : browser.with("X-Requested-With", requestedWith);

        var answer = browser.send("POST", "/engine-rest/task/count", "{}");

        assertThat(answer.status()).isEqualTo(expected);
    }

    @Test
    void takesAFileBySessionWithAHeaderThatNoFormCanSend() {
        var browser = Caller.inTasklist(port, "supervisor").with("Sec-Fetch-Site", "same-origin")
                .with("Content-Type", "text/csv");

        var bare = browser.send("POST", "/api/nothing", "a,b");
        var fromScript = browser.with("X-Requested-With", "kefu").send("POST", "/api/nothing", "a,b");

        assertThat(bare.status()).isEqualTo(403);
        assertThat(fromScript.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/user/create/",
            "/camunda/api/admin/%73etup/default/user/create", "/camunda/api/admin/setup/default/anything"})
    void makesNoAdministratorForStrangers(String path) {
        var stranger = Caller.anonymous(port);
        var first = stranger.get("/camunda/app/admin/default/");
        var prepared = stranger.with("X-XSRF-TOKEN", first.header("X-XSRF-TOKEN"))
                .with("Cookie", String.join("; ", first.headers().get("set-cookie").stream()
                        .map(cookie -> cookie.split(";")[0]).toList()));

        var answer = prepared.post(path, """
                {"profile": {"id": "intruder", "firstName": "", "lastName": "", "email": ""},
                 "credentials": {"password": "intruder"}}
                """);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(accounts.passwordMark("intruder").isPresent()).isFalse();
    }

    @Test
    void forgetsARightAtTheNextRequest() {
        accounts.ensureUser("leaver", "", "", "leaver", List.of("camunda-admin"));
        var byBasic = Caller.as(port, "leaver");
        var bySession = Caller.inTasklist(port, "leaver");
        assertThat(byBasic.get("/engine-rest/user/agent/profile").status()).isEqualTo(200);

        var removed = Caller.as(port, "admin").delete("/engine-rest/group/camunda-admin/members/leaver");

        assertThat(removed.status()).isEqualTo(204);
        assertThat(byBasic.get("/engine-rest/user/agent/profile").status()).isIn(403, 404);
        assertThat(bySession.get("/engine-rest/user/agent/profile").status()).isIn(403, 404);
    }

    @Test
    void keepsTheLastAdministrator() {
        var admin = Caller.as(port, "admin");

        assertThat(admin.delete("/engine-rest/group/camunda-admin/members/admin").status()).isEqualTo(409);
        assertThat(admin.delete("/engine-rest/user/admin").status()).isEqualTo(409);
        assertThat(admin.delete("/engine-rest/group/camunda-admin").status()).isEqualTo(409);
        assertThat(accounts.membersOf("camunda-admin")).contains("admin");
    }

    @Test
    void sendsHeadersThatBrowsersObey() {
        var answer = Caller.as(port, "agent").get("/api/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }
}
