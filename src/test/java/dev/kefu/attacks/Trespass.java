package dev.kefu.attacks;

import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A class that no model and no variable may bring to life. */
public final class Trespass implements JavaDelegate, ExecutionListener {

    private static final AtomicBoolean HAPPENED = new AtomicBoolean();

    public Trespass() {
        HAPPENED.set(true);
    }

    @Override
    public void execute(DelegateExecution execution) {
        HAPPENED.set(true);
    }

    @Override
    public void notify(DelegateExecution execution) {
        HAPPENED.set(true);
    }

    static void forget() {
        HAPPENED.set(false);
    }

    static boolean happened() {
        return HAPPENED.get();
    }
}
