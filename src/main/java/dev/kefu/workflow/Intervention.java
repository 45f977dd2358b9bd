package dev.kefu.workflow;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What an administrator did to running or finished processes, and why.
 *
 * @param action             the engine's command, such as {@code DELETE_PROCESS_INSTANCE}
 * @param processKey         null if it was about processes of several kinds, or none
 * @param details            further names: activities, variables (never their values), jobs
 * @param affected           how many process instances it was about, as far as that was known when it was made
 * @param processInstanceIds at most a thousand of them
 * @param cases              the cases of those
 */
public record Intervention(long id, OffsetDateTime at, String who, String action, @Nullable String processKey,
        String reason, String details, int affected, List<String> processInstanceIds, List<String> cases) {

    Intervention about(Collection<String> instances, Collection<String> itsCases) {
        return new Intervention(id, at, who, action, processKey, reason, details, affected, List.copyOf(instances),
                List.copyOf(itsCases));
    }
}
