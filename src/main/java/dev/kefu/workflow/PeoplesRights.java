package dev.kefu.workflow;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.lang.Nullable;

/**
 * Answers what somebody may from the rows that concern them, read once for each command. The engine asks the database anew
 * for each question, with a statement of some hundred lines that it writes anew each time: a third of all that a return
 * cost. There are few rows, as rights stand once for each group and process ({@link Rights}).
 *
 * <p>Only grants are judged here. Where anything is revoked from the person, their groups or everybody, the engine decides.
 */
class PeoplesRights extends AuthorizationManager {

    private static final String ANYBODY = "*";

    private final Map<List<Object>, List<Row>> rows = new HashMap<>();

    /** A row of the engine's table that concerns somebody. */
    private record Row(int type, boolean toAnybody, @Nullable String group, int resource, String id, int permissions) {

        boolean grants(PermissionCheck asked) {
            return isMeant() && resource == asked.getResourceType() && (permissions & asked.getPerms()) == asked.getPerms()
                    && (id.equals(asked.getResourceId()) || id.equals(ANYBODY));
        }

        /** Everybody is meant by global rows only; of a grant, the engine takes the name as it stands. */
        private boolean isMeant() {
            return type == Authorization.AUTH_TYPE_GLOBAL || !toAnybody;
        }
    }

    static SessionFactory factory() {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new PeoplesRights();
            }
        };
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, PermissionCheck asked) {
        if (!isAuthorizationEnabled() || isRevokeAuthCheckEnabled(userId, groupIds)
                || !isResourceValidForPermission(asked)) {
            return super.isAuthorized(userId, groupIds, asked);
        }
        return Boolean.TRUE.equals(answer(rowsOf(userId, groupIds), asked));
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck asked) {
        if (isRevokeAuthCheckEnabled(userId, groupIds) || !asked.getCompositeChecks().isEmpty()
                || !asked.getAllPermissionChecks().stream().allMatch(this::isResourceValidForPermission)) {
            return super.isAuthorized(userId, groupIds, asked);
        }
        var held = rowsOf(userId, groupIds);
        var answers = asked.getAtomicChecks().stream().map(check -> answer(held, check));
        // As in the engine's statement, the first check that says anything decides
        return Boolean.TRUE.equals(asked.isDisjunctive() ? answers.filter(Objects::nonNull).findFirst().orElse(null)
                : (Boolean) answers.allMatch(Boolean.TRUE::equals));
    }

    /** Null if nothing is said about it. */
    @Nullable
    private static Boolean answer(List<Row> held, PermissionCheck asked) {
        if (held.stream().anyMatch(row -> row.grants(asked))) {
            return true;
        }
        return asked.getAuthorizationNotFoundReturnValue() == null ? null
                : Boolean.valueOf(asked.getAuthorizationNotFoundReturnValue() == 1);
    }

    /** Of each person anew: a command may do part of its work as somebody else. */
    @Override
    protected boolean isRevokeAuthCheckEnabled(String userId, List<String> groupIds) {
        return rowsOf(userId, groupIds).stream().anyMatch(row -> row.type() == Authorization.AUTH_TYPE_REVOKE);
    }

    /** Of these groups, those that hold any right: the others only lengthen the engine's queries. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
        var person = getCurrentAuthentication();
        if (person == null || person.getUserId() == null || groupIds == null || groupIds.isEmpty()) {
            return super.filterAuthenticatedGroupIds(groupIds);
        }
        return rowsOf(person.getUserId(), groupIds).stream().map(Row::group).filter(Objects::nonNull).distinct().toList();
    }

    @Override
    public void insert(DbEntity authorization) {
        rows.clear();
        super.insert(authorization);
    }

    @Override
    public void update(AuthorizationEntity authorization) {
        rows.clear();
        super.update(authorization);
    }

    @Override
    public void delete(DbEntity authorization) {
        rows.clear();
        super.delete(authorization);
    }

    private List<Row> rowsOf(String userId, @Nullable List<String> groupIds) {
        var groups = groupIds == null ? List.<String>of() : List.copyOf(groupIds);
        return rows.computeIfAbsent(List.of(String.valueOf(userId), groups), missing -> read(userId, groups));
    }

    private List<Row> read(String userId, List<String> groups) {
        var ofGroups = groups.isEmpty() ? ""
                : " or GROUP_ID_ in (" + String.join(", ", Collections.nCopies(groups.size(), "?")) + ")";
        try (var statement = getDbSqlSession().getSqlSession().getConnection().prepareStatement(
                "select TYPE_, USER_ID_, GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_ from ACT_RU_AUTHORIZATION"
                        + " where USER_ID_ in (?, '" + ANYBODY + "')" + ofGroups)) {
            statement.setString(1, userId);
            for (int index = 0; index < groups.size(); index++) {
                statement.setString(index + 2, groups.get(index));
            }
            return rowsIn(statement);
        } catch (SQLException failed) {
            throw new ProcessEngineException("The rights of " + userId + " could not be read", failed);
        }
    }

    private static List<Row> rowsIn(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<Row>();
        try (var result = statement.executeQuery()) {
            while (result.next()) {
                found.add(new Row(result.getInt(1), ANYBODY.equals(result.getString(2)), result.getString(3), result.getInt(4),
                        String.valueOf(result.getString(5)), result.getInt(6)));
            }
        }
        return found;
    }
}
