package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;

/**
 * Tells a case what the house has learnt in a job of its own: whoever learnt it may hold rows that the case locks only after
 * others (ADR 0023), and nothing in the case can refuse what has happened.
 */
class ToldLater implements JobHandler<ToldLater.Message> {

    static final String TYPE = "kefu-told-later";

    /** Others may work on the case at the moment, several times in a row. */
    private static final int TRIES = 10;
    private static final String SEPARATOR = " ";

    private final Supplier<Processes> processes;

    ToldLater(Supplier<Processes> processes) {
        this.processes = processes;
    }

    /** What is told to whom. */
    record Message(CaseNumber caseNumber, String processKey, String name) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return String.join(SEPARATOR, caseNumber.value(), processKey, name);
        }
    }

    /** Within a command of the engine; the job is there if the transaction of whoever sends it ends well. */
    static void send(Message message) {
        var job = new MessageEntity();
        job.setJobHandlerType(TYPE);
        job.setJobHandlerConfiguration(message);
        job.setRetries(TRIES);
        Context.getCommandContext().getJobManager().send(job);
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(Message message, ExecutionEntity none, CommandContext context, String tenantId) {
        processes.get().tellIfAwaited(message.caseNumber(), message.processKey(), message.name());
    }

    @Override
    public Message newConfiguration(String canonical) {
        var parts = canonical.split(SEPARATOR);
        return new Message(CaseNumber.of(parts[0]), parts[1], parts[2]);
    }

    @Override
    public void onDelete(Message message, JobEntity job) {
        // Nothing else hangs on it
    }
}
