package dev.kefu.workflow;

/**
 * Something a module needs to have in place before people come: groups, rights, filters. Runs at every start, after the
 * models are deployed, in one transaction with the other steps and never on two nodes at once; so it must change nothing
 * the second time. Order by {@link org.springframework.core.annotation.Order}.
 */
@FunctionalInterface
public interface StartUpStep {

    void run();
}
