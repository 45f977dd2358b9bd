package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import dev.kefu.workflow.Accounts;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody makes themselves an administrator, and the department is never without one. */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class AdministratorsTests {

    private static final String INTRUDER = """
            {"profile": {"id": "intruder", "firstName": "", "lastName": "", "email": ""},
             "credentials": {"password": "Rain-in-Hangzhou-7"}}""";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    static List<String> waysToTheSetup() {
        return Stream.of("", "/").flatMap(end -> Stream.of(
                "/camunda/api/admin/setup/default/user/create", "/camunda/api/admin//setup/default/user/create",
                "/camunda//api/admin/setup/default/user/create", "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create", "/camunda/api/admin/x/..;/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create", "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin/setup;x=1/default/user/create", "/camunda;x=1/api/admin/setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create", "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin/SETUP/default/user/create", "/camunda/api/Admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create.json", "/camunda/api/admin/setup/default/user/create%20",
                "/camunda/api/admin/setup/default/user/create%0a", "/camunda/api/admin/setup%00/default/user/create",
                "/camunda/api/admin\\setup/default/user/create", "/camunda/api/cockpit/../admin/setup/default/user/create",
                "/engine-rest/..;/camunda/api/admin/setup/default/user/create",
                "/camunda/api/engine/engine/default/user/create").map(path -> path + end)).toList();
    }

    @ParameterizedTest
    @MethodSource("waysToTheSetup")
    void areNotMadeByAnybodyAlsoWhileThereIsNone(String path) {
        jdbc.sql("delete from ACT_ID_MEMBERSHIP where GROUP_ID_ = 'camunda-admin'").update();
        try {
            for (var caller : List.of(withToken(Caller.anonymous(port)), Caller.inTasklist(port, "agent"))) {
                assertThat(post(caller, path)).as(path).isIn(400, 401, 403, 404, 405);
            }

            assertThat(accounts.passwordMark("intruder").isPresent()).isFalse();
            assertThat(accounts.membersOf("camunda-admin")).isEmpty();
        } finally {
            accounts.ensureMember("admin", "camunda-admin");
        }
    }

    @Test
    void areNeverRemovedToTheLastByTwoAtOnce() {
        for (int round = 0; round < 10; round++) {
            accounts.ensureUser("second", "", "", "second", List.of());
            accounts.ensureMember("second", "camunda-admin");
            accounts.ensureMember("admin", "camunda-admin");

            var statuses = Stream.of("admin", "second").parallel()
                    .map(who -> Caller.as(port, who).delete("/engine-rest/group/camunda-admin/members/" + who).status())
                    .toList();

            assertThat(accounts.membersOf("camunda-admin")).as("round %d: %s", round, statuses).hasSize(1);
            assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        }
        accounts.ensureMember("admin", "camunda-admin");
    }

    private Caller withToken(Caller caller) {
        var page = caller.get("/camunda/app/admin/default/");
        return caller.with("Cookie", Caller.cookies(page)).with("X-XSRF-TOKEN", page.header("X-XSRF-TOKEN"));
    }

    /** Addresses that no decent client would send, so they go out as they are. */
    private int post(Caller caller, String path) {
        var body = INTRUDER.getBytes(StandardCharsets.UTF_8);
        var request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n");
        caller.headers().forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException failed) {
            throw new IllegalStateException(path, failed);
        }
    }
}
