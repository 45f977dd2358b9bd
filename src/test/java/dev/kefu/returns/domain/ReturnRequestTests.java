package dev.kefu.returns.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.StartRefused;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked for, and typed (RET-1, RET-3, RET-5, RET-6). */
class ReturnRequestTests {

    @Test
    void refusesRowsWithoutLineOrQuantityAndNamesEach() {
        assertThat(fieldsOf(Resolution.REFUND, row(null, 1, null), row(2, 0, null), row(3, null, null)))
                .containsExactly("lines[0].line", "lines[1].quantity", "lines[2].quantity");
    }

    @Test
    void takesAnotherArticleOnlyInExchange() {
        assertThat(fieldsOf(Resolution.REFUND, row(1, 1, "CUP-RED"))).containsExactly("lines[0].wantedSku");
        assertThat(fieldsOf(Resolution.RESEND, row(1, 1, null), row(2, 1, "CUP-RED"))).containsExactly("lines[1].wantedSku");

        assertThat(request(Resolution.EXCHANGE, row(1, 1, " CUP-RED "), row(2, 1, " ")).lines())
                .extracting(RequestedLine::wantedSku).containsExactly("CUP-RED", null);
    }

    @Test
    void refusesTwoArticlesForOneLineAndSuchAsCantBeRead() {
        assertThat(fieldsOf(Resolution.EXCHANGE, row(1, 1, "A"), row(1, 1, "B"))).containsExactly("lines[1].wantedSku");
        assertThat(fieldsOf(Resolution.EXCHANGE, row(1, 1, null), row(1, 1, "B"))).containsExactly("lines[1].wantedSku");
        assertThat(fieldsOf(Resolution.EXCHANGE, row(1, 1, "A".repeat(65)))).containsExactly("lines[0].wantedSku");
        assertThat(request(Resolution.EXCHANGE, row(1, 1, "A"), row(1, 2, "A")).units())
                .containsExactly(new LineQuantity(1, 1), new LineQuantity(1, 2));
    }

    @Test
    void comesBackByCourierOrByTheCustomerAndNotByBoth() {
        assertThatThrownBy(() -> new WayBack(null, null, false)).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.violations()).extracting("field").containsExactly("courier", "trackingNumber"));
        assertThatThrownBy(() -> new WayBack("YTO", "1", true)).isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @CsvSource({"Here, 0, 10", "Here, 7, 7", "Here, 7, 6", "'', 7, 10"})
    void startsOnlyWithAnAddressAndAReminderBeforeTheExpiry(String address, int remind, int expire) {
        assertThatThrownBy(() -> new ReturnSettings(address, remind, expire, 1000)).isInstanceOf(StartRefused.class);
    }

    @Test
    void countsCalendarDaysOfTheShopAtTheSameTimeOfDay() {
        var settings = new ReturnSettings("Here", 7, 10, 1000);
        var zone = ZoneId.of("Europe/Berlin");
        var beforeClocksGoBack = Instant.parse("2026-10-20T08:00:00Z");

        assertThat(settings.reminder(beforeClocksGoBack, zone)).isEqualTo("2026-10-27T09:00:00Z");
        assertThat(settings.expiry(beforeClocksGoBack, zone)).isEqualTo("2026-10-30T09:00:00Z");
    }

    private static List<String> fieldsOf(Resolution resolution, RequestedLine... rows) {
        try {
            request(resolution, rows);
            return List.of();
        } catch (RuleViolation refusal) {
            return refusal.violations().stream().map(RuleViolation.Violation::field).toList();
        }
    }

    private static ReturnRequest request(Resolution resolution, RequestedLine... rows) {
        return new ReturnRequest("SO-1", List.of(rows), Reason.CHANGED_MIND, resolution, null);
    }

    private static RequestedLine row(Integer line, Integer quantity, String wantedSku) {
        return new RequestedLine(line, quantity, wantedSku);
    }
}
