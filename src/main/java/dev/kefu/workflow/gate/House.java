package dev.kefu.workflow.gate;

/** What a model may refer to, as far as the application and the engine know it. */
public interface House {

    /** Whether a bean of this name carries out service tasks. */
    boolean isServiceTask(String name);

    /** Whether the bean that carries out this service task is also made to listen to a user task. */
    boolean isTaskListener(String name);

    /** Whether the engine has a decision of this id already. */
    boolean hasDecision(String id);

    /** Whether the house promises that people start the process of this id by its form. */
    boolean isStartedByPeople(String process);
}
