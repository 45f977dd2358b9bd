package dev.kefu.workflow.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import dev.kefu.workflow.Accounts;
import java.util.List;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How passwords are kept, and how soon a change of one counts. A change in the database is one by another node. */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class PasswordTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areKeptAsBcryptHashes() {
        var hashes = jdbc.sql("select PWD_ from ACT_ID_USER").query(String.class).list();

        assertThat(hashes).isNotEmpty().allMatch(hash -> hash.startsWith("{bcrypt-sha384}$2a$"));
    }

    @Test
    void areHashedAgainAtTheNextLoginIfTheirHashIsTheEnginesOwn() {
        accounts.ensureUser("veteran", "", "", "replaced", List.of("agents"));
        jdbc.sql("update ACT_ID_USER set PWD_ = :hash, SALT_ = 'salt' where ID_ = 'veteran'")
                .param("hash", "{SHA-512}" + new Sha512HashDigest().encrypt("Old-but-true-1salt")).update();

        assertThat(status("veteran", "wrong")).isEqualTo(401);
        assertThat(hashOf("veteran")).startsWith("{SHA-512}");
        assertThat(status("veteran", "Old-but-true-1")).isEqualTo(200);

        assertThat(hashOf("veteran")).startsWith("{bcrypt-sha384}");
        assertThat(status("veteran", "Old-but-true-1")).isEqualTo(200);
    }

    @Test
    void openNothingAnyMoreAtTheNextCallAfterAChangeOnAnotherNode() {
        accounts.ensureUser("changer", "", "", "before", List.of("agents"));
        accounts.ensureUser("other", "", "", "after", List.of("agents"));
        assertThat(status("changer", "before")).isEqualTo(200);

        jdbc.sql("""
                update ACT_ID_USER set PWD_ = (select PWD_ from ACT_ID_USER where ID_ = 'other'),
                SALT_ = (select SALT_ from ACT_ID_USER where ID_ = 'other') where ID_ = 'changer'""").update();

        assertThat(status("changer", "before")).isEqualTo(401);
        assertThat(status("changer", "after")).isEqualTo(200);
    }

    @Test
    void endTheSessionsOfTheWebApplicationsWithTheirChange() {
        accounts.ensureUser("session", "", "", "session", List.of("agents"));
        var untouched = Caller.inTasklist(port, "session");
        var busy = Caller.inTasklist(port, "session");
        assertThat(busy.get("/api/cases").status()).isEqualTo(200);

        accounts.setPassword("session", "another");

        for (var browser : List.of(untouched, busy)) {
            assertThat(browser.get("/api/cases").status()).isEqualTo(401);
            assertThat(browser.get("/camunda/api/engine/engine/default/task").status()).isEqualTo(401);
        }
    }

    @Test
    void openNothingAnyMoreOnceTheAccountIsGone() {
        accounts.ensureUser("gone", "", "", "gone", List.of("agents"));
        assertThat(status("gone", "gone")).isEqualTo(200);
        var inTasklist = Caller.inTasklist(port, "gone");
        assertThat(inTasklist.get("/engine-rest/engine").status()).isEqualTo(200);

        jdbc.sql("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'gone'").update();
        jdbc.sql("delete from ACT_ID_USER where ID_ = 'gone'").update();

        assertThat(status("gone", "gone")).isEqualTo(401);
        assertThat(inTasklist.get("/engine-rest/engine").status()).isEqualTo(401);
        assertThat(inTasklist.get("/camunda/api/engine/engine/default/task").status()).isEqualTo(401);
    }

    @Test
    void openNoMoreThanTheGroupsOfThisMomentAlsoWhenAnotherNodeTookOneAway() {
        accounts.ensureUser("mover", "", "", "mover", List.of("camunda-admin"));
        var byBasic = Caller.as(port, "mover");
        var bySession = Caller.inTasklist(port, "mover");
        assertThat(byBasic.get("/engine-rest/user/agent/profile").status()).isEqualTo(200);
        assertThat(bySession.get("/camunda/api/engine/engine/default/user/agent/profile").status()).isEqualTo(200);

        jdbc.sql("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'mover'").update();

        assertThat(byBasic.get("/engine-rest/user/agent/profile").status()).isIn(403, 404);
        assertThat(bySession.get("/engine-rest/user/agent/profile").status()).isIn(403, 404);
        assertThat(bySession.get("/camunda/api/engine/engine/default/user/agent/profile").status()).isIn(401, 403, 404);
    }

    @Test
    void mayBeLongerThanBcryptReads() {
        accounts.ensureUser("writer", "", "", "a".repeat(90) + "1", List.of("agents"));

        assertThat(status("writer", "a".repeat(90) + "2")).isEqualTo(401);
        assertThat(status("writer", "a".repeat(90) + "1")).isEqualTo(200);
    }

    @Test
    void ofAccountsThatCannotBeAreSimplyWrong() {
        for (var name : List.of("a\0b", "a\nb", "x".repeat(5000), "' or 1=1 --", "客服")) {
            assertThat(status(name, "x")).as(name).isEqualTo(401);
        }
    }

    private int status(String user, String password) {
        return Caller.withPassword(port, user, password).get("/engine-rest/engine").status();
    }

    private String hashOf(String user) {
        return jdbc.sql("select PWD_ from ACT_ID_USER where ID_ = :id").param("id", user).query(String.class).single();
    }
}
