package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Days are calendar days in the shop's zone, wherever the server stands (RET-2). */
@WholeTest
class CalendarTests {

    private final TimeZone before = TimeZone.getDefault();

    @Autowired
    Kefu kefu;

    @BeforeEach
    void standSomewhereElse() {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("America/Los_Angeles")));
    }

    @AfterEach
    void comeBack() {
        TimeZone.setDefault(before);
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-10T23:59:00+08:00, 2026-11-17T23:59:59+08:00, true",
            "2026-11-10T23:59:00+08:00, 2026-11-18T00:00:00+08:00, false",
            "2026-11-11T00:01:00+08:00, 2026-11-18T23:59:59+08:00, true",
            "2026-11-11T00:01:00+08:00, 2026-11-19T00:00:00+08:00, false",
            "2026-11-10T16:01:00Z,      2026-11-18T23:59:59+08:00, true",
            "2026-11-10T15:59:00Z,      2026-11-18T00:00:00+08:00, false",
            "2026-02-28T12:00:00+08:00, 2026-03-07T23:00:00+08:00, true",
            "2026-02-28T12:00:00+08:00, 2026-03-08T00:30:00+08:00, false"})
    void countsDaysFromTheDayAfterDeliveryToTheWholeLastDay(OffsetDateTime delivered, OffsetDateTime asked, boolean allowed) {
        ClockUtil.setCurrentTime(Date.from(asked.toInstant()));
        var order = kefu.sells(Sale.underWay(delivered).with("deliveredAt", delivered.toString()).line(1, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 1));

        var approved = goods.complete("returns", "reviewReturn", Map.of("decision", "APPROVE"));

        assertThat(goods.json().at("/facts/withinPolicy").asBoolean()).isEqualTo(allowed);
        assertThat(goods.json().at("/facts/lines/0/policy/returnUntil").asText())
                .isEqualTo(delivered.atZoneSameInstant(ZoneId.of("Asia/Shanghai")).toLocalDate().plusDays(7).toString());
        assertThat(approved.status()).isEqualTo(allowed ? 204 : 422);
        assertThat(goods.text("openedAt")).endsWith("+08:00");
    }
}
