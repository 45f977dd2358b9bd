package dev.kefu.orders;

import static dev.kefu.orders.Drafts.DELIVERED;
import static dev.kefu.orders.Drafts.PAID;
import static dev.kefu.orders.Drafts.order;
import static dev.kefu.orders.Drafts.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kefu.customers.Contact;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderCheckTests {

    @Test
    void storesEveryOrderInOneForm() {
        var told = new OrderDraft(" SO-1 ", "C-1", new Contact(" Ame\u0301lie\tWang\n", " ", null, null), "", null, PAID, null,
                new BigDecimal("1.5000"), null,
                List.of(line(2, "CUP"), line(1, "KETTLE")), List.of());

        var checked = OrderCheck.checked(told, Set.of());

        assertThat(checked.orderNumber()).isEqualTo("SO-1");
        assertThat(checked.consignee().name()).isEqualTo("Am\u00e9lie Wang");
        assertThat(checked.consignee().phone()).isNull();
        assertThat(checked.channel()).isNull();
        assertThat(checked.currency()).isEqualTo("CNY");
        assertThat(checked.freight()).isEqualTo(new BigDecimal("1.50"));
        assertThat(checked.discount()).isEqualTo(new BigDecimal("0.00"));
        assertThat(checked.lines()).extracting(OrderDraft.Line::line).containsExactly(1, 2);
        assertThat(OrderCheck.checked(checked, Set.of())).isEqualTo(checked);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var told = new OrderDraft("SO 1", null, null, "T".repeat(61), "XAU", null, null, new BigDecimal("-1"), null,
                List.of(new OrderDraft.Line(0, null, "\u0000", null, 0, null, null, null, -1)),
                List.of(new OrderDraft.Shipment(null, null, null, null, List.of())));

        assertThat(wrongFields(told)).containsExactlyInAnyOrder("currency", "lines[0].line", "lines[0].sku", "lines[0].name",
                "lines[0].quantity", "lines[0].unitPrice", "lines[0].weightGrams", "shipments[0].trackingNumber",
                "shipments[0].courier", "shipments[0].shippedAt", "shipments[0].lines", "orderNumber", "customer.id",
                "customer.name", "channel", "paidAt", "freight");
    }

    @Test
    void refusesAnOrderWithoutLines() {
        assertThat(wrongFields(order("SO-1").draft())).containsExactly("lines");
    }

    @Test
    void refusesLinesAndShipmentsThatStandTwice() {
        var told = order("SO-1").line(1, 2, "1.00").line(1, 2, "1.00").shipment("T1", null, units(1, 1))
                .shipment("T1", null, units(1, 1), units(1, 1)).draft();

        assertThat(wrongFields(told)).contains("lines[1].line", "shipments[1].trackingNumber",
                "shipments[1].lines[1].line");
    }

    @Test
    void refusesMoreUnitsShippedThanBoughtAndLinesThatAreNotThere() {
        var told = order("SO-1").line(1, 3, "1.00").shipment("T1", null, units(1, 2))
                .shipment("T2", null, units(1, 2), units(7, 1)).draft();

        assertThat(wrongFields(told)).containsExactly("shipments[1].lines[0].quantity", "shipments[1].lines[1].line");
    }

    @Test
    void refusesDiscountsAboveWhatTheGoodsCost() {
        assertThat(wrongFields(order("SO-1").line(1, 1, "1.00", "1.01").draft())).containsExactly("lines[0].discount");
        assertThat(wrongFields(order("SO-1").line(1, 1, "1.00", "0.50").discount("0.51").draft()))
                .containsExactly("discount");
    }

    @Test
    void refusesADeliveryBeforePaymentOrDispatch() {
        assertThat(wrongFields(order("SO-1").line(1, 1, "1.00").deliveredAt(PAID.minusSeconds(1)).draft()))
                .containsExactly("deliveredAt");
        assertThat(wrongFields(order("SO-1").line(1, 1, "1.00").paidAt(DELIVERED).deliveredAt(null)
                .shipment("T1", PAID, units(1, 1)).draft())).containsExactly("shipments[0].deliveredAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "1e13", "1e999999999", "1e-999999999"})
    void refusesAmountsThatNobodyPays(String amount) {
        assertThat(wrongFields(order("SO-1").line(1, 1, "1.00").freight(amount).draft())).containsExactly("freight");
    }

    @Test
    void countsDecimalsByTheCurrency() {
        assertThat(wrongFields(order("SO-1").currency("JPY").line(1, 1, "100.5").draft()))
                .containsExactly("lines[0].unitPrice");
        assertThat(OrderCheck.checked(order("SO-1").currency("KWD").line(1, 1, "1.125").draft(), Set.of()).lines().get(0).unitPrice())
                .isEqualTo(new BigDecimal("1.125"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0026-11-01T00:00:00Z", "2206-11-01T00:00:00Z"})
    void refusesTimesThatSomebodyMistyped(String time) {
        assertThat(wrongFields(order("SO-1").line(1, 1, "1.00").paidAt(Instant.parse(time)).deliveredAt(null).draft()))
                .containsExactly("paidAt");
    }

    @Test
    void recognisesTheSameOrderHoweverItIsWritten() {
        var one = order("SO-1").line(1, 1, "1.00").line(2, 1, "2.0").shipment("T1", null, units(2, 1), units(1, 1));
        var other = order("SO-1").line(2, 1, "2.00").line(1, 1, "1").shipment("T1", null, units(1, 1), units(2, 1));
        var changed = order("SO-1").line(1, 1, "1.00").line(2, 1, "2.0").shipment("T1", DELIVERED, units(2, 1), units(1, 1));

        assertThat(print(one)).isEqualTo(print(other)).isNotEqualTo(print(changed));
    }

    @Test
    void doesNotTakeTextsForTheSameThatRunTogether() {
        var one = order("SO-1").customer("C-1", "23").line(1, 1, "1.00");
        var other = order("SO-1").customer("C-12", "3").line(1, 1, "1.00");

        assertThat(print(one)).isNotEqualTo(print(other));
    }

    private static String print(Drafts order) {
        return CheckedOrder.of(order.draft(), Set.of()).fingerprint();
    }

    private static List<String> wrongFields(OrderDraft told) {
        return catchThrowableOfType(RuleViolation.class, () -> OrderCheck.checked(told, Set.of())).violations().stream()
                .map(Violation::field).toList();
    }

    private static OrderDraft.Line line(int number, String sku) {
        return new OrderDraft.Line(number, sku, "Goods", null, 1, BigDecimal.ONE, null, null, null);
    }
}
