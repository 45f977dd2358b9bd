package dev.kefu;

import java.time.OffsetDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stops the engine's clock, which the department follows, on a Monday morning of the shop. */
public class FixedClock implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        set("2026-11-23T10:00:00+08:00");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        ClockUtil.reset();
    }

    /** @param moment ISO 8601 with offset */
    public static void set(String moment) {
        ClockUtil.setCurrentTime(Date.from(OffsetDateTime.parse(moment).toInstant()));
    }
}
