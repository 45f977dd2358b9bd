package dev.kefu.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves the department's clock, so that a demonstration need not wait for deadlines. Not there outside the demo. */
@Component
@Profile("demo")
public class MovableTime {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final EngineClock clock;
    private final ManagementService management;
    private final JobExecutor jobs;
    private final HouseCommands house;

    MovableTime(Clock clock, ProcessEngine engine, ManagementService management, HouseCommands house) {
        this.clock = (EngineClock) clock;
        this.management = management;
        this.jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.house = house;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Sets the clock; time goes on from there. Returns when the timers that are due by then have run. */
    public Instant moveTo(Instant instant) {
        clock.moveTo(instant);
        runDueTimers();
        return clock.instant();
    }

    /** Some timers start others that are due too; one that fails is tried again later, and nobody waits for it. */
    private void runDueTimers() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (jobs.isActive() && due() > 0 && System.nanoTime() < end) {
            jobs.jobWasAdded();
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private long due() {
        return house.run(() -> management.createJobQuery().executable().count());
    }
}
