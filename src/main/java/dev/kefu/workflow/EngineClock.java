package dev.kefu.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The department's one clock. It shows what the engine's clock shows, in the shop's time zone. */
class EngineClock extends Clock {

    private final ZoneId zone;

    EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Moves engine and department together; time goes on from there. */
    void moveTo(Instant instant) {
        ClockUtil.reset();
        ClockUtil.offset(Duration.between(instant(), instant).toMillis());
    }
}
