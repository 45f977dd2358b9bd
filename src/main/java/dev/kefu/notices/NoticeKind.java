package dev.kefu.notices;

/** What a notice is about. */
public enum NoticeKind {

    /** Somebody, or the process, gave a task to the person. */
    TASK_FOR_ME,
    /** A task that whoever is in the group may take. */
    TASK_FOR_GROUP,
    /** The due date of a task has passed: of the person's own, or of one that nobody took. */
    TASK_OVERDUE
}
