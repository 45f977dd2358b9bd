package dev.kefu.cases.web;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.Processes.Started;
import dev.kefu.workflow.Retries;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts a case once for each idempotency key of a caller. */
@Component
class CaseStarts {

    private final Processes processes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Retries retries;
    private final Actors actors;
    private final Clock clock;

    CaseStarts(Processes processes, JdbcClient jdbc, TransactionTemplate transaction, Retries retries, Actors actors,
            Clock clock) {
        this.processes = processes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.retries = retries;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * @param key a caller's own name for this start; the same again gives the same case, also when both run at once
     * @throws Conflict if the caller used the key for another process
     */
    Started start(String processKey, Map<String, Object> variables, Optional<String> key) {
        if (key.isEmpty() || !processes.startable().containsKey(processKey)) {
            return processes.start(processKey, variables);
        }
        var caller = actors.current();
        // If somebody starts it at this very moment, what they started is there next time, or it was refused
        return retries.run(() -> earlier(caller, key.get(), processKey)
                .orElseGet(() -> first(caller, key.get(), processKey, variables)));
    }

    private Started first(String caller, String key, String processKey, Map<String, Object> variables) {
        return transaction.execute(status -> {
            reserve(caller, key, processKey);
            var started = processes.start(processKey, variables);
            keep(caller, key, started);
            return started;
        });
    }

    /** A second caller with the same key waits here until the first has committed. */
    private void reserve(String caller, String key, String processKey) {
        jdbc.sql("insert into case_start (caller, idempotency_key, process_key, started_at) values (?, ?, ?, ?)")
                .params(caller, key, processKey, OffsetDateTime.now(clock))
                .update();
    }

    private void keep(String caller, String key, Started started) {
        jdbc.sql("""
                        update case_start set case_number = ?, process_instance_id = ?
                        where caller = ? and idempotency_key = ?
                        """)
                .params(started.caseNumber().value(), started.processInstanceId(), caller, key)
                .update();
    }

    private Optional<Started> earlier(String caller, String key, String processKey) {
        return jdbc.sql("""
                        select process_key, case_number, process_instance_id from case_start
                        where caller = ? and idempotency_key = ?
                        """)
                .params(caller, key)
                .query((row, index) -> {
                    if (!row.getString(1).equals(processKey)) {
                        throw new Conflict("The key " + key + " was used to start " + row.getString(1) + ".");
                    }
                    return new Started(CaseNumber.of(row.getString(2)), row.getString(3));
                })
                .optional();
    }
}
