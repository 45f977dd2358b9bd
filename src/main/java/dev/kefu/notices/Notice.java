package dev.kefu.notices;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * News about an open task, without anything about a customer.
 *
 * @param id       grows with each notice
 * @param taskKey  the task's id in the model
 * @param taskName as the model says it
 * @param causedBy who caused it by what they did; they need not be told
 */
record Notice(long id, NoticeKind kind, String taskId, @Nullable String taskKey, @Nullable String taskName,
        @Nullable String caseNumber, @Nullable String orderNumber, @Nullable String causedBy, @Nullable Instant dueAt,
        Instant happenedAt) {
}
