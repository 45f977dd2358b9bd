package dev.kefu.attacks;

import dev.kefu.Caller;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** What strangers do to those who have an account, and what remains of a right that was taken away. */
class LoginAttackTests extends AttackTests {

    private static final String PROBE = "/engine-rest/task/count";
    private static final Pattern HEADER_NONCE = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern PAGE_NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final long DAY = 24 * 60 * 60 * 1000L;

    @Override
    Stream<Attack> attacks() {
        return Stream.of(
                new Attack("a stranger's one wrong password keeps a service out", target -> {
                    employ(target, "parcels", "integrations");
                    return () -> {
                        elsewhere(target, "parcels").get(PROBE);
                        return target.as("parcels").get(PROBE).status() == 401;
                    };
                }),
                new Attack("a stranger's ten wrong passwords lock somebody out for good", target -> {
                    employ(target, "victim", "agents");
                    return () -> {
                        try {
                            for (int i = 0; i < 12; i++) {
                                ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 120_000));
                                elsewhere(target, "victim").get(PROBE);
                            }
                            ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + DAY));
                            return target.as("victim").get(PROBE).status() == 401;
                        } finally {
                            ClockUtil.reset();
                        }
                    };
                }),
                Attack.on("a thief of the database tries passwords by the billion", target -> {
                    var user = (UserEntity) target.engine().getIdentityService().createUserQuery().userId("agent")
                            .singleResult();
                    return user.getPassword().startsWith("{SHA");
                }),
                new Attack("somebody keeps an administrator's rights in the web applications", target -> {
                    employ(target, "leaver", "camunda-admin");
                    var session = target.inTasklist("leaver");
                    session.get("/camunda/api/engine/engine/default/user/agent/profile");
                    target.engine().getIdentityService().deleteMembership("leaver", "camunda-admin");
                    return () -> session.get("/camunda/api/engine/engine/default/user/agent/profile").status() == 200;
                }),
                Attack.on("two pages that load at once leave each other blank", LoginAttackTests::mixesUpNonces),
                Attack.on("an agent asks for more rows than the memory holds", target ->
                        target.inTasklist("agent").get("/camunda/api/engine/engine/default/task?maxResults=1000000").status() == 200),
                Attack.on("an agent asks for more rows than the memory holds, and says so", target ->
                        target.as("agent").get("/engine-rest/task?maxResults=2000000000").status() == 200));
    }

    private static void employ(Target target, String user, String group) {
        var identity = target.engine().getIdentityService();
        if (identity.createUserQuery().userId(user).count() == 0) {
            var created = identity.newUser(user);
            created.setPassword(user);
            identity.saveUser(created);
        }
        if (identity.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identity.createMembership(user, group);
        }
    }

    /** Somebody who does not know the password, at another address than everybody else. */
    private static Caller elsewhere(Target target, String user) {
        return target.with(user, "guessed").with("X-Forwarded-For", "203.0.113.9");
    }

    /** The policy of a page names a nonce, and its scripts must have that one to run. */
    private static boolean mixesUpNonces(Target target) {
        var pages = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> loads = IntStream.range(0, 200).<Callable<Boolean>>mapToObj(i -> () -> {
                var page = Caller.anonymous(target.port()).get("/camunda/app/" + (i % 2 == 0 ? "tasklist" : "cockpit")
                        + "/default/");
                var promised = HEADER_NONCE.matcher(page.header("Content-Security-Policy"));
                var used = PAGE_NONCE.matcher(page.body());
                return promised.find() && used.find() && !promised.group(1).equals(used.group(1));
            }).toList();
            var mixed = false;
            for (var load : pages.invokeAll(loads)) {
                mixed |= load.get();
            }
            return mixed;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            pages.shutdown();
        }
    }
}
