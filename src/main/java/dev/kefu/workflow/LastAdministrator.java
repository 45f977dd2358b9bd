package dev.kefu.workflow;

import dev.kefu.shared.Conflict;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/** Keeps at least one direct member in {@code camunda-admin}: while it is empty, 7.24.0 lets anybody make one. */
class LastAdministrator extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeleteGroupCmd && Groups.ADMINISTRATORS.equals(field(command, "groupId"))) {
            throw new Conflict("The group of the administrators stays.");
        }
        if (command instanceof DeleteUserCmd
                || command instanceof DeleteMembershipCmd && Groups.ADMINISTRATORS.equals(field(command, "groupId"))) {
            requireAnotherThan(field(command, "userId"));
        }
        return next.execute(command);
    }

    private static void requireAnotherThan(Object userId) {
        var context = Context.getCommandContext();
        lockTheGroup(context);
        var administrators = context.runWithoutAuthorization(() ->
                context.getReadOnlyIdentityProvider().createUserQuery(context)
                        .memberOfGroup(Groups.ADMINISTRATORS).list()).stream().map(User::getId).toList();
        if (administrators.equals(List.of(userId))) {
            throw new Conflict(userId + " is the last administrator. Make somebody else one first.");
        }
    }

    /** Of two who are removed at the same moment, one would else count on the other. */
    private static void lockTheGroup(CommandContext context) {
        try (var lock = context.getDbSqlSession().getSqlSession().getConnection()
                .prepareStatement("select ID_ from ACT_ID_GROUP where ID_ = ? for update")) {
            lock.setString(1, Groups.ADMINISTRATORS);
            lock.executeQuery();
        } catch (SQLException failure) {
            throw new ProcessEngineException("The group of the administrators can't be locked.", failure);
        }
    }

    private static Object field(Command<?> command, String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }
}
