package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.workflow.CaseComments.Comment;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.lang.Nullable;

/**
 * What people say about a case in the engine's own ways. The engine checks nobody who reads or writes a comment or an
 * attachment, so comments become notes of the case and are read from there, by those who may see them; the engine's
 * attachments are shut.
 */
class Conversations extends CommandInterceptor {

    private final Supplier<CaseComments> comments;

    /** @param comments looked up late: its module is built on the engine */
    Conversations(Supplier<CaseComments> comments) {
        this.comments = comments;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var context = Context.getCommandContext();
        if (context.getAuthentication() == null || !context.isAuthorizationCheckEnabled()) {
            return next.execute(command);
        }
        if (command instanceof CreateAttachmentCmd || command instanceof SaveAttachmentCmd
                || command instanceof DeleteAttachmentCmd) {
            throw new Forbidden("Files belong to the case: POST /api/cases/{caseNumber}/attachments takes them.");
        }
        if (command instanceof UpdateCommentCmd || command instanceof DeleteTaskCommentCmd
                || command instanceof DeleteProcessInstanceCommentCmd) {
            throw new Forbidden("What was noted on a case stays as it is.");
        }
        if (command instanceof AddCommentCmd) {
            return answer(add(context, new DirectFieldAccessor(command)));
        }
        if (command instanceof GetTaskCommentsCmd || command instanceof GetProcessInstanceCommentsCmd) {
            return answer(all(context, new DirectFieldAccessor(command)));
        }
        if (command instanceof GetTaskCommentCmd) {
            var fields = new DirectFieldAccessor(command);
            return answer(all(context, fields).stream()
                    .filter(each -> each.getId().equals(fields.getPropertyValue("commentId"))).findFirst().orElse(null));
        }
        if (command instanceof HistoricTaskInstanceQueryImpl query && isAskedBeforeComments(context, query)) {
            return context.runWithoutAuthorization(() -> next.execute(command));
        }
        return next.execute(command);
    }

    /** Whether there is such a task is asked of the history, which those who work on a case don't read otherwise. */
    private boolean isAskedBeforeComments(CommandContext context, HistoricTaskInstanceQueryImpl query) {
        if (query.getTaskId() == null) {
            return false;
        }
        var key = keyOfTask(context, query.getTaskId());
        return key != null && CaseNumber.isValid(key) && comments.get().isOpenTo(CaseNumber.of(key));
    }

    private CommentEntity add(CommandContext context, DirectFieldAccessor fields) {
        var text = Objects.requireNonNullElse((String) fields.getPropertyValue("message"), "");
        var caseNumber = caseOf(context, fields);
        comments.get().add(caseNumber, text);
        var latest = comments.get().of(caseNumber);
        return entity(latest.get(latest.size() - 1), fields);
    }

    private List<CommentEntity> all(CommandContext context, DirectFieldAccessor fields) {
        return comments.get().of(caseOf(context, fields)).stream().map(each -> entity(each, fields)).toList();
    }

    /** A task that is named decides, whatever process instance is named beside it. */
    private static CaseNumber caseOf(CommandContext context, DirectFieldAccessor fields) {
        var taskId = value(fields, "taskId");
        var instanceId = value(fields, "processInstanceId");
        var key = taskId != null ? keyOfTask(context, taskId) : instanceId == null ? null : keyOfInstance(context, instanceId);
        if (key == null || !CaseNumber.isValid(key)) {
            throw new NotFound("There is no case to this task.");
        }
        return CaseNumber.of(key);
    }

    @Nullable
    private static String keyOfTask(CommandContext context, String taskId) {
        return context.runWithoutAuthorization(() -> {
            var task = context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
            return task == null || task.getProcessInstanceId() == null ? null
                    : keyOfInstance(context, task.getProcessInstanceId());
        });
    }

    @Nullable
    private static String keyOfInstance(CommandContext context, String processInstanceId) {
        return context.runWithoutAuthorization(() -> {
            var running = context.getExecutionManager().findExecutionById(processInstanceId);
            if (running != null) {
                return running.getProcessBusinessKey();
            }
            var past = context.getHistoricProcessInstanceManager().findHistoricProcessInstance(processInstanceId);
            return past == null ? null : past.getBusinessKey();
        });
    }

    private static CommentEntity entity(Comment comment, DirectFieldAccessor fields) {
        var entity = new CommentEntity();
        entity.setId(comment.id());
        entity.setType(CommentEntity.TYPE_COMMENT);
        entity.setUserId(comment.author());
        entity.setTime(Date.from(comment.at()));
        entity.setTaskId(value(fields, "taskId"));
        entity.setProcessInstanceId(value(fields, "processInstanceId"));
        entity.setMessage(comment.text());
        entity.setFullMessage(comment.text());
        return entity;
    }

    @Nullable
    private static String value(DirectFieldAccessor fields, String name) {
        return fields.isReadableProperty(name) ? (String) fields.getPropertyValue(name) : null;
    }

    @SuppressWarnings("unchecked")
    private static <T> T answer(@Nullable Object value) {
        return (T) value;
    }
}
