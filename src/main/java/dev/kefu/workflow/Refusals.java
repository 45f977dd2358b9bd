package dev.kefu.workflow;

import dev.kefu.shared.Causes;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Unavailable;
import dev.kefu.shared.Wordless;
import java.sql.SQLException;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.NestedExceptionUtils;

/**
 * The one place where a refusal of the domain becomes one that the engine's REST API and Tasklist can show. Whoever was
 * slower than somebody else is refused too, or met a database that is away, and not told of a fault; the job executor,
 * which tries again by itself, gets the engine's own exception. What the engine itself finds wrong with a person's command,
 * without anything having failed, is theirs to mend (400).
 */
class Refusals extends CommandInterceptor {

    private static final String UNFIT = "A value is too long, too big or has characters that can't be stored.";

    private static final String REFUSED_BY_DATABASE = "The database refused this. Nothing was stored; the log has the reason.";

    private final ProcessEngineConfigurationImpl engine;

    Refusals(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuleViolation refusal) {
            throw new RefusedByRule(refusal);
        } catch (Conflict refusal) {
            throw new RefusedByRule(refusal, 409);
        } catch (NotFound refusal) {
            throw new RefusedByRule(refusal, 404);
        } catch (Forbidden refusal) {
            throw new RefusedByRule(refusal, 403);
        } catch (SuspendedEntityInteractionException refusal) {
            if (isPersonActing()) {
                throw new RefusedByRule(new Conflict("It is suspended; an administrator can activate it again."), 409);
            }
            throw refusal;
        } catch (RefusedByRule | AuthorizationException | BadUserRequestException refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            if (isPersonActing() && NestedExceptionUtils.getRootCause(failure) instanceof HouseExpressions.Forbidden what) {
                throw new BadUserRequestException(what.getMessage() + ".", failure);
            }
            if (isPersonActing() && LostRaces.include(failure)) {
                throw RefusedByRule.overtaken(failure);
            }
            if (isPersonActing() && Outages.include(failure)) {
                throw new RefusedByRule(new Unavailable(Outages.MESSAGE, failure));
            }
            if (isPersonActing() && isUnfitForDatabase(failure)) {
                throw unfit(UNFIT, failure);
            }
            if (isPersonActing() && isOfTable(failure)) {
                throw new RefusedByRule(new Conflict("A decision table gives no answer to this. A supervisor has to mend it."), 409);
            }
            if (isPersonActing() && isNotExpected(command, failure)) {
                throw new RefusedByRule(new Conflict(failure.getMessage()), 409);
            }
            if (isPersonActing() && isRefusedByEngine(failure)) {
                throw unfit(failure.getMessage(), failure);
            }
            if (isPersonActing() && isOvertaken(command)) {
                throw new RefusedByRule(new NotFound(Submissions.NO_TASK), 404);
            }
            if (isPersonActing() && failure instanceof NullPointerException
                    && (isToldAlready(command) || isDeletion(command))) {
                throw RefusedByRule.overtaken(failure);
            }
            if (isOfDatabase(failure) && !LostRaces.include(failure) && !Outages.include(failure)) {
                throw new ProcessEngineException(REFUSED_BY_DATABASE, Wordless.of(failure));
            }
            throw failure;
        }
    }

    /** It would go to the caller, to the log and, from a job, into a table; and it quotes the row that it is about (CUS-4). */
    private static boolean isOfDatabase(Throwable failure) {
        return Causes.of(failure).anyMatch(SQLException.class::isInstance);
    }

    /** The engine's own word against the command, not a fault that it wrapped. */
    private static boolean isRefusedByEngine(RuntimeException failure) {
        return failure.getClass() == ProcessEngineException.class && failure.getCause() == null;
    }

    /** As a web exception, because the engine's REST API makes a fault of most of its own. */
    private static RefusedByRule unfit(String words, RuntimeException failure) {
        return new RefusedByRule(new BadUserRequestException(words, failure), 400);
    }

    /** What no check of ours caught: SQL states of class 22, and H2's 90008, say that the database can't take the value. */
    private static boolean isUnfitForDatabase(Throwable failure) {
        return NestedExceptionUtils.getRootCause(failure) instanceof SQLException database
                && database.getSQLState() != null && (database.getSQLState().startsWith("22")
                || database.getSQLState().equals("90008"));
    }

    private boolean isPersonActing() {
        return engine.getIdentityService().getCurrentAuthentication() != null;
    }

    /** What a supervisor wrote into a table that can't be calculated, or that fits twice. */
    private static boolean isOfTable(Throwable failure) {
        return Causes.of(failure).anyMatch(each -> each instanceof DmnEngineException || each instanceof FeelException);
    }

    /** An error or escalation that nothing in the process catches, or a task that only its process ends. */
    private static boolean isNotExpected(Command<?> command, RuntimeException failure) {
        return failure instanceof ProcessEngineException && (command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd || command instanceof DeleteTaskCmd);
    }

    /** A task that somebody else completed meanwhile fails in many ways, as its variables and executions vanish. */
    private boolean isOvertaken(Command<?> command) {
        return Submissions.taskOf(command).filter(task -> !isOpen(task)).isPresent();
    }

    /** A message that somebody else told meanwhile: the engine stumbles, as its event vanishes. */
    private boolean isToldAlready(Command<?> command) {
        return command instanceof CorrelateMessageCmd message && !engine.getCommandExecutorTxRequiresNew()
                .execute(context -> ReportedMessages.isAwaited(message, context));
    }

    /** The engine walks through what it deletes, and stumbles where somebody completes a task of it meanwhile. */
    private static boolean isDeletion(Command<?> command) {
        return command instanceof AbstractDeleteProcessInstanceCmd;
    }

    private boolean isOpen(String taskId) {
        return engine.getCommandExecutorTxRequiresNew()
                .execute(context -> context.getTaskManager().findTaskById(taskId) != null);
    }
}
