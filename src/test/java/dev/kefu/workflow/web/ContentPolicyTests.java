package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Which scripts a browser runs, which pages it shows in a frame, and which writes of other sites it can be made to send. */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class ContentPolicyTests {

    private static final Pattern IN_THE_POLICY = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_THE_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");
    private static final List<String> PAGES = List.of("tasklist", "cockpit", "admin", "welcome");

    @LocalServerPort
    int port;

    @Test
    void namesTheScriptsOfThisVeryPageAlsoWhenTwoLoadAtOnceAHundredTimes() {
        var threads = Executors.newFixedThreadPool(2);
        var nonces = new HashSet<String>();
        try {
            for (int round = 0; round < 100; round++) {
                var first = PAGES.get(round % PAGES.size());
                var second = PAGES.get(round / PAGES.size() % PAGES.size());

                var one = CompletableFuture.supplyAsync(() -> page(first), threads);
                var other = CompletableFuture.supplyAsync(() -> page(second), threads);

                nonces.add(nonceOf(one.join()));
                nonces.add(nonceOf(other.join()));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(nonces).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/camunda/", "/camunda/app/tasklist/default/", "/camunda/lib/deps.js", "/camunda/nothing",
            "/camunda/app/nothing/default/", "/camunda/api/engine/engine/default/task", "/api/cases", "/engine-rest/task",
            "/engine-rest;x=1/task", "/actuator/health", "/nothing", "/camunda/api/admin/setup/default/user/create"})
    void goesWithEveryKindOfAnswer(String path) {
        var answer = Caller.anonymous(port).get(path);

        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "object-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().get("content-security-policy")).hasSize(1);
        assertThat(answer.headers()).doesNotContainKey("strict-transport-security");
    }

    @ParameterizedTest
    @CsvSource({"/camunda/nothing, 404", "/camunda/app/nothing/default/, 404", "/camunda/api/engine/engine/x/task, 401",
            "/engine-rest;x=1/task, 400"})
    void showsPeopleAPageWithoutScriptsWhereThereIsNothingForThem(String path, int status) {
        var answer = Caller.anonymous(port).with("Accept", "text/html,application/xhtml+xml").get(path);

        assertThat(answer.status()).isEqualTo(path.startsWith("/engine-rest") ? 400 : status);
        if (!path.startsWith("/engine-rest")) {
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.body()).contains("Kefu", "Tasklist").doesNotContain("<script", "Whitelabel", "Exception");
        }
    }

    @Test
    void showsAPageToWhoeverMayNotUseTheApplication() {
        var answer = Caller.inTasklist(port, "agent").with("Accept", "text/html").get("/camunda/app/admin/default/x");

        assertThat(answer.status()).isIn(403, 404);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("Kefu").doesNotContain("Whitelabel", "<script");
    }

    @ParameterizedTest
    @CsvSource({"cross-site", "same-site"})
    void takesNoWriteThatAnotherSiteCaused(String site) {
        var browser = Caller.inTasklist(port, "supervisor").with("Sec-Fetch-Site", site);

        for (var path : List.of("/camunda/api/engine/engine/default/task/count", "/engine-rest/task/count", "/api/cases/x",
                "/camunda/api/admin/auth/user/default/login/tasklist", "/camunda/api/admin/auth/user/default/logout")) {
            assertThat(browser.post(path, "{}").status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void takesNoWriteOfTheWebApplicationsWithoutTheirToken() {
        var browser = Caller.inTasklist(port, "supervisor");

        var answer = browser.with("X-XSRF-TOKEN", "made-up").post("/camunda/api/engine/engine/default/task/count", "{}");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void takesNoLoginWithoutTheTokenOfTheLoginPage() {
        var answer = Caller.anonymous(port).with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "username=agent&password=agent");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void givesASessionANewNameAtTheLoginAndEndsItsLoginAtTheLogout() {
        var browser = Caller.inTasklist(port, "supervisor");
        var page = Caller.anonymous(port).get("/camunda/app/tasklist/default/");
        assertThat(browser.headers().get("Cookie")).doesNotContain(Caller.cookies(page));
        assertThat(browser.get("/engine-rest/engine").status()).isEqualTo(200);

        var out = browser.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(out.status()).isIn(200, 204);
        assertThat(browser.get("/engine-rest/engine").status()).isEqualTo(401);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").status()).isEqualTo(401);
    }

    @Test
    void setsCookiesThatScriptsCannotReadAndOtherSitesCannotSend() {
        var cookies = Caller.anonymous(port).get("/camunda/app/tasklist/default/").headers().get("set-cookie");

        assertThat(cookies).hasSize(2).allMatch(cookie -> cookie.matches("(?i).*;\\s*SameSite=Lax(;.*)?"));
        assertThat(cookies).filteredOn(cookie -> cookie.startsWith("JSESSIONID")).singleElement().asString()
                .contains("HttpOnly").containsOnlyOnce("SameSite");
    }

    private Answer page(String application) {
        return Caller.anonymous(port).get("/camunda/app/" + application + "/default/");
    }

    private static String nonceOf(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        var allowed = IN_THE_POLICY.matcher(page.header("Content-Security-Policy"));
        assertThat(allowed.find()).isTrue();
        var used = IN_THE_PAGE.matcher(page.body()).results().map(nonce -> nonce.group(1)).toList();
        assertThat(used).isNotEmpty().containsOnly(allowed.group(1));
        return allowed.group(1);
    }
}
