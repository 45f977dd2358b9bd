package dev.kefu.workflow.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import dev.kefu.workflow.Accounts;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong passwords by HTTP, from as many addresses as a trusted proxy names, while the time that counts stands still. */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestPeople.class, ThrottleTests.StoppedTime.class})
class ThrottleTests {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final String here = anotherAddress();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    /** A right password is hashed every time and no lock ends. */
    @TestConfiguration
    static class StoppedTime {

        @Bean
        @Primary
        LoginThrottle throttleWithoutTime(LoginSettings settings) {
            return new LoginThrottle(settings, () -> 0);
        }
    }

    @Test
    void letsARightPasswordPassAtOnceAfterAWrongOne() {
        assertThat(call("consultant", "wrong", here).status()).isEqualTo(401);

        assertThat(call("consultant", "consultant", here).status()).isEqualTo(200);
        assertThat(logIn("consultant", "consultant", here).status()).isEqualTo(200);
    }

    @Test
    void answersWithATimeToWait() {
        guess("returns", here, 5);

        var basic = call("returns", "returns", here);

        assertThat(basic.status()).isEqualTo(429);
        assertThat(basic.header("Retry-After")).isEqualTo("60");
        assertThat(basic.header("Content-Type")).startsWith("application/problem+json");
        assertThat(basic.json().get("detail").asText()).contains("wait");
    }

    @Test
    void countsTheLoginOfTheWebApplicationsAndBasicTogether() {
        guess("technician", here, 3);
        assertThat(logIn("technician", "wrong", here).status()).isEqualTo(401);
        assertThat(logIn("technician", "wrong", here).status()).isEqualTo(401);

        var form = logIn("technician", "technician", here);

        assertThat(form.status()).isEqualTo(429);
        assertThat(form.header("Retry-After")).isEqualTo("60");
        assertThat(form.header("Content-Type")).startsWith("application/json");
        assertThat(form.json().get("message").asText()).contains("wait");
        assertThat(call("technician", "technician", here).status()).isEqualTo(429);
    }

    @Test
    void countsWhereTheEngineAsksForAPasswordToo() {
        var colleague = at(Caller.as(port, "relations"), here);

        var answers = IntStream.range(0, 6).mapToObj(any -> colleague.post("/engine-rest/identity/verify", """
                {"username": "hr", "password": "wrong"}""").status()).toList();

        assertThat(answers).containsExactly(200, 200, 200, 200, 200, 429);
    }

    @Test
    void locksNobodyWhoComesFromElsewhere() {
        guess("analyst", here, 50);

        assertThat(call("analyst", "analyst", anotherAddress()).status()).isEqualTo(200);
    }

    @Test
    void locksNeitherAServiceNorAnAdministratorThatWorkedFromThereBefore() {
        for (var account : List.of("integration", "admin")) {
            assertThat(call(account, account, here).status()).isEqualTo(200);

            var guesses = guess(account, here, 50);

            assertThat(guesses).contains(429);
            assertThat(call(account, account, here).status()).as(account).isEqualTo(200);
        }
    }

    @Test
    void isNotEvadedByAnAddressThatSomebodyMadeUp() {
        var statuses = IntStream.range(0, 40)
                .mapToObj(i -> at(Caller.withPassword(port, "vp", "wrong"), "made-up-" + i).get("/engine-rest/engine").status())
                .toList();

        assertThat(statuses).contains(429);
    }

    @Test
    void slowsDownStrangersFromManyAddressesAndNobodyElse() {
        assertThat(call("finance", "finance", here).status()).isEqualTo(200);
        IntStream.range(0, 30).forEach(any -> call("finance", "wrong", anotherAddress()));

        assertThat(call("finance", "wrong", anotherAddress()).status()).isEqualTo(401);

        assertThat(call("finance", "wrong", anotherAddress()).status()).isEqualTo(429);
        assertThat(call("finance", "finance", here).status()).isEqualTo(200);
    }

    @Test
    void answersTheSameWhetherThereIsSuchAnAccountOrNot() {
        guess("office", here, 5);
        guess("nobodyOfThatName", here, 5);

        assertThat(call("office", "x", here).body()).isEqualTo(call("nobodyOfThatName", "x", here).body());
    }

    @Test
    void forgetsWhatTheEngineLockedBefore() {
        accounts.ensureUser("locked", "", "", "locked", List.of("agents"));
        jdbc.sql("update ACT_ID_USER set ATTEMPTS_ = 10, LOCK_EXP_TIME_ = timestamp '2099-01-01 00:00:00' where ID_ = 'locked'")
                .update();

        assertThat(call("locked", "locked", here).status()).isEqualTo(200);
        assertThat(logIn("locked", "locked", here).status()).isEqualTo(200);
    }

    @Test
    void endsWithTheWordOfAnAdministrator() {
        guess("manager", here, 5);
        assertThat(call("manager", "manager", here).status()).isEqualTo(429);

        var unlocked = Caller.as(port, "admin").post("/engine-rest/user/manager/unlock", "");

        assertThat(unlocked.status()).isEqualTo(204);
        assertThat(call("manager", "manager", here).status()).isEqualTo(200);
    }

    @Test
    void leavesThoseAloneWhoAreLoggedIn() {
        var browser = Caller.inTasklist(port, "orderclerk");

        guess("orderclerk", "127.0.0.1", 5);

        assertThat(browser.get("/engine-rest/user/orderclerk/profile").status()).isEqualTo(200);
    }

    @Test
    void letsManyCallsOfOneCallerPassAtOnce() {
        var statuses = IntStream.range(0, 40).parallel()
                .mapToObj(any -> call("warehouse", "warehouse", here).status()).toList();

        assertThat(statuses).containsOnly(200);
    }

    private List<Integer> guess(String account, String address, int times) {
        return IntStream.range(0, times).mapToObj(i -> call(account, "wrong" + i, address).status()).toList();
    }

    private Answer call(String account, String password, String address) {
        return at(Caller.withPassword(port, account, password), address).get("/engine-rest/engine");
    }

    private Answer logIn(String account, String password, String address) {
        var anonymous = at(Caller.anonymous(port), address);
        var page = anonymous.get("/camunda/app/tasklist/default/");
        return anonymous.with("Cookie", Caller.cookies(page)).with("X-XSRF-TOKEN", page.header("X-XSRF-TOKEN"))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
                        "username=" + account + "&password=" + password);
    }

    private static Caller at(Caller caller, String address) {
        return caller.with("X-Forwarded-For", address);
    }

    private static String anotherAddress() {
        var number = ADDRESSES.incrementAndGet();
        return "203.0." + number / 250 + "." + number % 250;
    }
}
