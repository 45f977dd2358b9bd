package dev.kefu.attacks;

import java.util.UUID;
import java.util.stream.Stream;

/** What strangers get without any account. */
class DoorAttackTests extends AttackTests {

    @Override
    Stream<Attack> attacks() {
        return Stream.of(
                Attack.on("a stranger reads the names of all people", target ->
                        target.anonymous().get("/engine-rest/user").body().contains("\"supervisor\"")),
                Attack.on("a stranger reads the names of the engines", target ->
                        target.anonymous().get("/engine-rest/engine").body().contains("default")),
                Attack.on("a stranger makes an account", target -> {
                    var name = name();
                    target.anonymous().post("/engine-rest/user/create", account(name));
                    return exists(target, name);
                }),
                Attack.on("a stranger deploys a model", target -> {
                    target.anonymous().deploy("stranger.bpmn", emptyProcess("stranger"));
                    return target.engine().getRepositoryService().createProcessDefinitionQuery()
                            .processDefinitionKey("stranger").count() > 0;
                }),
                Attack.on("a stranger makes an administrator while there is none (CVE-2026-77226)", target ->
                        target.withoutAdministrators(() -> {
                            var name = name();
                            var first = target.anonymous().get("/camunda/app/admin/default/");
                            target.anonymous().withCookiesOf(first)
                                    .post("/camunda/api/admin/setup/default/user/create", account(name));
                            var made = exists(target, name);
                            if (made) {
                                target.engine().getIdentityService().deleteUser(name);
                            }
                            return made;
                        })));
    }

    private static boolean exists(Target target, String user) {
        return target.engine().getIdentityService().createUserQuery().userId(user).count() == 1;
    }

    private static String name() {
        return "intruder" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String account(String name) {
        return """
                {"profile": {"id": "%s", "firstName": "", "lastName": "", "email": ""},
                 "credentials": {"password": "%s"}}
                """.formatted(name, name);
    }
}
