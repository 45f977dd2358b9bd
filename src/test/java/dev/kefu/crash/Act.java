package dev.kefu.crash;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.whole.Json;
import java.util.Map;

/**
 * One thing that a person does in a case.
 *
 * @param person who does it
 * @param what   the task's id in the model, or the message
 * @param task   the open task's id; null for a message
 * @param fields what is sent with it
 */
record Act(String person, String what, String task, Map<String, ?> fields) {

    Answer claimedBy(Caller caller) {
        return caller.post("/engine-rest/task/" + task + "/claim", Json.of(Map.of("userId", person)));
    }

    Answer doneBy(Caller caller, String caseNumber) {
        return task == null
                ? caller.post("/api/cases/" + caseNumber + "/messages/" + what, Json.of(fields))
                : caller.post("/engine-rest/task/" + task + "/complete", Json.variables(fields));
    }
}
