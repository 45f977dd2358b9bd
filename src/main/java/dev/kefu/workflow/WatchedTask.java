package dev.kefu.workflow;

import java.time.Instant;
import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * An open task in which something has changed since {@link TaskWatch} last looked.
 *
 * @param key          its id in the model
 * @param name         what people read, as the model says it
 * @param caseNumber   null if it belongs to no case
 * @param assignee     who has it; null while nobody does
 * @param groups       for whose members it is
 * @param people       for whom it is besides
 * @param isNew        whether it was not there before
 * @param changedHands whether it was there and somebody else had it, or nobody
 * @param fellDue      whether its due date has passed, for the first time with this date
 * @param isInTime     whether it was overdue and is no longer, because its due date was moved
 * @param giver        who gave it to its assignee, or back to its group; null if its process did
 */
public record WatchedTask(String id, @Nullable String key, @Nullable String name, @Nullable String caseNumber,
        @Nullable String assignee, Set<String> groups, Set<String> people, Instant createdAt, @Nullable Instant dueAt,
        boolean isNew, boolean changedHands, boolean fellDue, boolean isInTime, @Nullable String giver) {
}
