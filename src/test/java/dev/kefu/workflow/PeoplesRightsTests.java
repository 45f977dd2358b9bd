package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuTest
class PeoplesRightsTests {

    private static final List<String> GROUPS = List.of(Groups.AGENTS, Groups.RETURNS_SPECIALISTS, Groups.SUPERVISORS,
            Groups.AUDITORS, Groups.ADMINISTRATORS, "unknownGroup");
    private static final List<String> IDS = List.of("*", "product-return", "refund", "unknown");

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    AuthorizationService authorizations;

    private final List<String> written = new ArrayList<>();

    @AfterEach
    void removeWhatWasWritten() {
        written.forEach(authorizations::deleteAuthorization);
    }

    @Test
    void answersAsTheEngineDoes() {
        write(Authorization.AUTH_TYPE_GRANT, "somebody", null, Resources.TASK, "unknown", TaskPermissions.TASK_WORK);
        write(Authorization.AUTH_TYPE_GRANT, "somebody", null, Resources.PROCESS_DEFINITION, "refund",
                ProcessDefinitionPermissions.UPDATE_TASK);

        assertThat(differences(new Random(1))).isEmpty();
    }

    @Test
    void answersAsTheEngineDoesWhereSomethingIsGrantedToEverybody() {
        write(Authorization.AUTH_TYPE_GLOBAL, "*", null, Resources.PROCESS_DEFINITION, "refund",
                ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.TASK_WORK);

        assertThat(differences(new Random(2))).isEmpty();
    }

    /** The engine knows everybody by global rows only; a grant to somebody of that name is nobody's. */
    @Test
    void answersAsTheEngineDoesWhereAGrantIsWrittenForEverybody() {
        write(Authorization.AUTH_TYPE_GRANT, "*", null, Resources.PROCESS_DEFINITION, "*",
                ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.UPDATE_TASK, ProcessDefinitionPermissions.READ_HISTORY);

        assertThat(differences(new Random(4))).isEmpty();
    }

    /** What a command changes is true from the next one on. */
    @Test
    void answersAsTheEngineDoesWhereARightChangesWithinTheCommand() {
        var refund = new PermissionCheck();
        refund.setResource(Resources.PROCESS_DEFINITION);
        refund.setPermission(ProcessDefinitionPermissions.READ);
        refund.setResourceId("refund");

        var given = row(Authorization.AUTH_TYPE_GRANT, "somebody", null, Resources.PROCESS_DEFINITION, "refund",
                ProcessDefinitionPermissions.READ);

        var before = engine.getCommandExecutorTxRequired().execute(context -> {
            var ours = new PeoplesRights();
            var first = answers(ours, refund);
            ours.insert(given);
            return List.of(first, answers(ours, refund));
        });
        var after = engine.getCommandExecutorTxRequired().execute(context -> {
            var ours = new PeoplesRights();
            var first = answers(ours, refund);
            ours.delete(context.getDbEntityManager().selectById(AuthorizationEntity.class, given.getId()));
            return List.of(first, answers(ours, refund));
        });
        var atLast = engine.getCommandExecutorTxRequired().execute(context -> answers(new PeoplesRights(), refund));

        assertThat(before).containsExactly(List.of(false, false), List.of(false, false));
        assertThat(after).containsExactly(List.of(true, true), List.of(true, true));
        assertThat(atLast).containsExactly(false, false);
    }

    /** Ours, and the engine's own. */
    private static List<Boolean> answers(PeoplesRights ours, PermissionCheck check) {
        return List.of(ours.isAuthorized("somebody", List.of(), check),
                new AuthorizationManager().isAuthorized("somebody", List.of(), check));
    }

    @Test
    void answersAsTheEngineDoesWhereSomethingIsRevoked() {
        write(Authorization.AUTH_TYPE_REVOKE, "somebody", null, Resources.PROCESS_DEFINITION, "product-return",
                ProcessDefinitionPermissions.TASK_WORK);
        write(Authorization.AUTH_TYPE_REVOKE, null, Groups.SUPERVISORS, Resources.PROCESS_DEFINITION, "*",
                ProcessDefinitionPermissions.READ);

        assertThat(differences(new Random(3))).isEmpty();
    }

    /** A command may do part of its work as somebody else. */
    @Test
    void seesWhatIsRevokedFromTheSecondWhoIsAsked() {
        write(Authorization.AUTH_TYPE_REVOKE, "somebody", null, Resources.PROCESS_DEFINITION, "unknown",
                ProcessDefinitionPermissions.TASK_WORK);
        var read = new PermissionCheck();
        read.setResource(Resources.PROCESS_DEFINITION);
        read.setPermission(ProcessDefinitionPermissions.READ);
        read.setResourceId("unknown");

        var answers = engine.getCommandExecutorTxRequired().execute(context -> {
            var ours = new PeoplesRights();
            return List.of(ours.isAuthorized("somebodyElse", List.of(), read), ours.isAuthorized("somebody", List.of(), read));
        });

        assertThat(answers).containsExactly(false, false);
    }

    @Test
    void namesTheGroupsThatHoldAnyRight() {
        var found = engine.getCommandExecutorTxRequired().execute(context -> {
            engine.getIdentityService().setAuthentication("somebody", GROUPS);
            try {
                return new PeoplesRights().filterAuthenticatedGroupIds(GROUPS);
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        });

        assertThat(found).contains(Groups.AGENTS, Groups.SUPERVISORS).doesNotContain("unknownGroup");
    }

    /** Questions that are answered otherwise; also that each kind of answer was given often. */
    private List<String> differences(Random random) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            var found = new ArrayList<String>();
            int allowed = 0;
            for (int question = 0; question < 150; question++) {
                var groups = GROUPS.stream().filter(each -> random.nextInt(4) == 0).toList();
                var user = random.nextBoolean() ? "somebody" : "somebodyElse";
                var checks = new CompositePermissionCheck(random.nextBoolean());
                for (int part = 0; part <= random.nextInt(4); part++) {
                    checks.addAtomicCheck(check(random));
                }
                var theirs = new AuthorizationManager().isAuthorized(user, groups, checks);
                if (new PeoplesRights().isAuthorized(user, groups, checks) != theirs) {
                    found.add(user + " of " + groups + ": " + checks.getAtomicChecks().size() + " checks, engine says " + theirs);
                }
                var single = checks.getAtomicChecks().get(0);
                if (new PeoplesRights().isAuthorized(user, groups, single)
                        != new AuthorizationManager().isAuthorized(user, groups, single)) {
                    found.add(user + " of " + groups + ": " + single.getPermission() + " on " + single.getResourceId());
                }
                allowed += theirs ? 1 : 0;
            }
            assertThat(allowed).isBetween(15, 135);
            return found;
        });
    }

    private static PermissionCheck check(Random random) {
        var check = new PermissionCheck();
        var ofTask = random.nextInt(3) == 0;
        check.setResource(ofTask ? Resources.TASK : Resources.PROCESS_DEFINITION);
        check.setPermission(ofTask ? one(random, TaskPermissions.TASK_WORK, TaskPermissions.READ)
                : one(random, ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.UPDATE_TASK, ProcessDefinitionPermissions.READ_HISTORY));
        check.setResourceId(random.nextInt(5) == 0 ? null : one(random, IDS.toArray(String[]::new)));
        if (random.nextInt(4) == 0) {
            check.setAuthorizationNotFoundReturnValue(0L);
        }
        return check;
    }

    @SafeVarargs
    private static <T> T one(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void write(int type, String user, String group, Resource resource, String id, Permission... permissions) {
        written.add(authorizations.saveAuthorization(row(type, user, group, resource, id, permissions)).getId());
    }

    private AuthorizationEntity row(int type, String user, String group, Resource resource, String id,
            Permission... permissions) {
        var row = authorizations.createNewAuthorization(type);
        if (type != Authorization.AUTH_TYPE_GLOBAL) {
            row.setUserId(user);
        }
        row.setGroupId(group);
        row.setResource(resource);
        row.setResourceId(id);
        row.setPermissions(permissions);
        if (type == Authorization.AUTH_TYPE_REVOKE) {
            row.setPermissions(new Permission[0]);
            for (var permission : permissions) {
                row.removePermission(permission);
            }
        }
        return (AuthorizationEntity) row;
    }
}
