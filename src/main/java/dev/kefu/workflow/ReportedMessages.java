package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.runtime.CorrelationHandlerResult;
import org.camunda.bpm.engine.impl.runtime.MessageCorrelationResultImpl;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.lang.Nullable;

/**
 * A message that somebody sends by the engine's own REST API follows the rules of {@link Processes#tell}: from its senders
 * only, with its fields only, to one running case. It starts nothing but the case that follows one that has ended
 * ({@link FollowUp}).
 */
class ReportedMessages {

    private static final int MANY = 50;

    private final Function<String, Optional<CaseProcess>> declared;
    private final Supplier<FollowUps> followUps;

    ReportedMessages(Function<String, Optional<CaseProcess>> declared, Supplier<FollowUps> followUps) {
        this.declared = declared;
        this.followUps = followUps;
    }

    /**
     * Opens the case that follows, where a sender tells a case that has ended something that opens one.
     *
     * @return what the engine answers then: the new process; empty if the message is for the engine itself
     */
    Optional<MessageCorrelationResultImpl> openedBySender(CorrelateMessageCmd command, CommandContext context) {
        var message = new DirectFieldAccessor(new DirectFieldAccessor(command).getPropertyValue("builder"));
        var key = text(message, "businessKey");
        if (!isAddressed(message) || key == null || !CaseNumber.isValid(key) || text(message, "processInstanceId") != null) {
            return Optional.empty();
        }
        return context.runWithoutAuthorization(() -> ended(context, key).flatMap(process -> process.messageCalled(text(message, "messageName"))
                .filter(declaration -> declaration.senders().stream().anyMatch(context.getAuthentication().getGroupIds()::contains))
                .flatMap(declaration -> {
                    takeFields(message, declaration);
                    return followUps.get().of(CaseNumber.of(key), process.key(), declaration.name());
                })
                .map(followUp -> result(followUps.get().open(followUp, CaseNumber.of(key),
                        values(message, "payloadProcessInstanceVariables"))))));
    }

    /** What runs a case is over; a process that the case only called may have ended alone. */
    private Optional<CaseProcess> ended(CommandContext context, String key) {
        return context.getProcessEngineConfiguration().getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key).finished().listPage(0, MANY).stream()
                .map(each -> declared.apply(each.getProcessDefinitionKey()))
                .flatMap(Optional::stream)
                .filter(process -> !process.starters().isEmpty())
                .findFirst();
    }

    private static MessageCorrelationResultImpl result(ProcessInstance opened) {
        var result = new MessageCorrelationResultImpl(CorrelationHandlerResult.matchedProcessDefinition(null, null));
        result.setProcessInstance(opened);
        result.setVariables(Variables.createVariables());
        return result;
    }

    /**
     * Whether the acting person may report it as their daily work. If so, the command then has the message's own fields in
     * their own types, and one process that it goes to.
     *
     * @return false for an administrator who is none of the senders
     * @throws AuthorizationException if they may not
     * @throws Conflict               if the case does not wait for it now
     */
    boolean isFromSender(CorrelateMessageCmd command, CommandContext context) {
        var message = new DirectFieldAccessor(new DirectFieldAccessor(command).getPropertyValue("builder"));
        var groups = context.getAuthentication().getGroupIds();
        var declaration = isAddressed(message) ? declaration(context, message) : Optional.<CaseMessage>empty();
        if (declaration.isEmpty() || declaration.get().senders().stream().noneMatch(groups::contains)) {
            if (groups.contains(Groups.ADMINISTRATORS)) {
                return false;
            }
            throw new AuthorizationException("A message is reported by those who may, for one case (businessKey) that knows"
                    + " it, and found by nothing else.");
        }
        var name = declaration.get().name();
        var waiting = waiting(context, message, name);
        if (waiting.size() != 1) {
            throw new Conflict(waiting.isEmpty() ? "The case does not wait for " + name + " now."
                    : "Several processes wait for " + name + "; name one by its processInstanceId.");
        }
        takeFields(message, declaration.get());
        message.setPropertyValue("processInstanceId", waiting.iterator().next());
        toRunningOnly(command);
        return true;
    }

    private static boolean isAddressed(DirectFieldAccessor message) {
        return text(message, "messageName") != null
                && (text(message, "businessKey") != null || text(message, "processInstanceId") != null)
                && values(message, "correlationProcessInstanceVariables").isEmpty()
                && values(message, "correlationLocalVariables").isEmpty();
    }

    private Optional<CaseMessage> declaration(CommandContext context, DirectFieldAccessor message) {
        var runtime = context.getProcessEngineConfiguration().getRuntimeService();
        return context.runWithoutAuthorization(() -> {
            var processes = runtime.createProcessInstanceQuery();
            if (text(message, "businessKey") != null) {
                processes.processInstanceBusinessKey(text(message, "businessKey"));
            }
            if (text(message, "processInstanceId") != null) {
                processes.processInstanceId(text(message, "processInstanceId"));
            }
            return processes.listPage(0, MANY).stream()
                    .map(each -> context.getExecutionManager().findExecutionById(each.getId()))
                    .map(each -> declared.apply(each.getProcessDefinition().getKey()))
                    .flatMap(Optional::stream)
                    .map(process -> process.messageCalled(text(message, "messageName")))
                    .flatMap(Optional::stream)
                    .findFirst();
        });
    }

    /** A message that starts a process would go around what its start accepts. */
    static void toRunningOnly(Command<?> command) {
        var message = new DirectFieldAccessor(new DirectFieldAccessor(command).getPropertyValue("builder"));
        if (Boolean.TRUE.equals(message.getPropertyValue("startMessagesOnly"))) {
            throw new AuthorizationException("Processes are started at their start, not by a message.");
        }
        message.setPropertyValue("executionsOnly", true);
    }

    private static void takeFields(DirectFieldAccessor message, CaseMessage declaration) {
        var violations = new Violations();
        for (var scope : List.of("payloadProcessInstanceVariablesLocal", "payloadProcessInstanceVariablesToTriggeredScope")) {
            values(message, scope).keySet().forEach(name ->
                    violations.add(name, "input", name + " is not accepted here."));
        }
        violations.refuseIfAny();
        message.setPropertyValue("payloadProcessInstanceVariables",
                Variables.fromMap(declaration.fields().canonical(values(message, "payloadProcessInstanceVariables"))));
    }

    /** Whether any process waits for it now. */
    static boolean isAwaited(CorrelateMessageCmd command, CommandContext context) {
        var message = new DirectFieldAccessor(new DirectFieldAccessor(command).getPropertyValue("builder"));
        var name = text(message, "messageName");
        return name == null || !waiting(context, message, name).isEmpty();
    }

    private static Set<String> waiting(CommandContext context, DirectFieldAccessor message, String name) {
        var runtime = context.getProcessEngineConfiguration().getRuntimeService();
        return context.runWithoutAuthorization(() -> {
            var executions = runtime.createExecutionQuery().messageEventSubscriptionName(name);
            if (text(message, "businessKey") != null) {
                executions.processInstanceBusinessKey(text(message, "businessKey"));
            }
            if (text(message, "processInstanceId") != null) {
                executions.processInstanceId(text(message, "processInstanceId"));
            }
            return executions.listPage(0, MANY).stream().map(Execution::getProcessInstanceId).collect(Collectors.toSet());
        });
    }

    @Nullable
    private static String text(DirectFieldAccessor message, String field) {
        return (String) message.getPropertyValue(field);
    }

    private static Map<String, Object> values(DirectFieldAccessor message, String field) {
        var values = new HashMap<String, Object>();
        if (message.getPropertyValue(field) instanceof VariableMap map) {
            map.keySet().forEach(name -> values.put(name, map.getValueTyped(name)));
        }
        return values;
    }
}
