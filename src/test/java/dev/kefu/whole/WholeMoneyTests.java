package dev.kefu.whole;

import static dev.kefu.whole.Kefu.broken;
import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes back is what the customer really paid, to the cent, and never more (RET-6). */
@WholeTest
class WholeMoneyTests {

    @Autowired
    Kefu kefu;

    @Test
    void givesTheRoundingRestBackWithTheLastUnit() {
        var order = kefu.sells(kefu.sale().line(3, "33.33", "0.02", "KITCHEN").line(1, "7.00").with("discount", "10.00"));

        var first = refunded(order, "CHANGED_MIND", 1, 1);
        var second = refunded(order, "CHANGED_MIND", 1, 1);
        var third = refunded(order, "CHANGED_MIND", 1, 1);
        var other = refunded(order, "CHANGED_MIND", 2, 1);

        // 99.97 + 7.00 less 10.00 = 96.97, of which line 2 bears 0.65
        assertThat(List.of(first.refund(), second.refund(), third.refund(), other.refund()))
                .isEqualTo(List.of("30.21", "30.21", "30.20", "6.35"));
        assertThat(order.text("refunded")).isEqualTo("96.97");
        assertThat(order.text("refundable")).isEqualTo("10.00");
        assertThat(order.text("freightRefunded")).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({"CHANGED_MIND, 0.00", "DEFECTIVE, 10.00", "WRONG_ITEM, 10.00", "DAMAGED_IN_TRANSIT, 10.00"})
    void givesTheFreightBackOnceAndOnlyWhereThePolicySaysSo(String reason, String freight) {
        var order = kefu.sells(kefu.sale().line(2, "50.00"));

        refunded(order, reason, 1, 1);
        refunded(order, reason, 1, 1);

        assertThat(order.text("freightRefunded")).isEqualTo(freight);
        assertThat(order.line(1).get("refunded").asText()).isEqualTo("100.00");
    }

    @Test
    void givesNoFreightBackWhereNoneWasPaid() {
        var order = kefu.sells(kefu.sale().with("freight", "0.00").line(1, "50.00"));

        var goods = refunded(order, "DEFECTIVE", 1, 1);

        assertThat(goods.refund()).isEqualTo("50.00");
        assertThat(order.text("refundable")).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 100, 1000, 333, 334, 1100", "KWD, 1.000, 10.000, 3.333, 3.334, 11.000", "USD, 1.00, 10.00, 3.33, 3.34, 11.00"})
    void countsInTheOrdersCurrency(String currency, String freight, String all, String unit, String last, String paid) {
        var order = kefu.sells(kefu.sale().with("currency", currency).with("freight", freight)
                .line(3, all, difference(all), "KITCHEN"));

        var amounts = List.of(refunded(order, "CHANGED_MIND", 1, 1).refund(), refunded(order, "CHANGED_MIND", 1, 1).refund(),
                refunded(order, "CHANGED_MIND", 1, 1).refund());

        assertThat(order.text("paid")).isEqualTo(paid);
        assertThat(amounts).isEqualTo(List.of(unit, unit, last));
        assertThat(order.text("refunded")).isEqualTo(all);
    }

    @Test
    void acceptsNoUpdateBelowWhatWentBack() {
        var sale = kefu.sale().line(3, "50.00");
        var order = kefu.sells(sale);
        refunded(order, "DEFECTIVE", 1, 2);
        kefu.opens("agent", order.returning(1, 1));

        assertThat(kefu.tells(order.number(), sale).status()).isEqualTo(200);
        assertThat(kefu.tells(order.number(), kefu.sale().line(2, "50.00")).status()).isEqualTo(409);
        assertThat(kefu.tells(order.number(), kefu.sale().line(3, "30.00")).status()).isEqualTo(409);
        assertThat(kefu.tells(order.number(), kefu.sale().with("freight", "5.00").line(3, "50.00")).status()).isEqualTo(409);
        assertThat(kefu.tells(order.number(), kefu.sale().with("discount", "100.00").line(3, "50.00")).status()).isEqualTo(409);
        assertThat(kefu.tells(order.number(), kefu.sale().with("currency", "USD").line(3, "50.00")).status()).isEqualTo(409);
        assertThat(kefu.tells(order.number(), kefu.sale().line(4, "50.00")).status()).isEqualTo(200);
        assertThat(order.text("refunded")).isEqualTo("110.00");
        assertThat(order.text("refundable")).isEqualTo("100.00");
    }

    @Test
    void promisesWhatIsDecidedUntilItIsPaidOrRefused() {
        var order = kefu.sells(kefu.sale().line(1, "900.00"));
        var goods = kefu.opens("agent", order.returning(1, 1)).broughtBack().inspected("warehouse", found(1, 1, 0));

        assertThat(order.text("promised")).isEqualTo("900.00");
        assertThat(order.text("refundable")).isEqualTo("10.00");
        goods.done("manager", "approveRefund", Map.of("approved", false, "note", "Show me a photo"));
        assertThat(order.text("promised")).isEqualTo("0.00");
        assertThat(order.text("refundable")).isEqualTo("910.00");
        goods.done("returns", "settleDifference", Map.of("settlement", "AS_FOUND", "note", "Here it is"));
        goods.approved("manager").paid();

        assertThat(order.text("promised")).isEqualTo("0.00");
        assertThat(order.text("refunded")).isEqualTo("900.00");
        assertThat(order.line(1).get("returnedQuantity").asInt()).isEqualTo(1);
    }

    @Test
    void refundsNothingTwiceAfterAPaymentThatFailed() {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 1)).broughtBack().inspected("warehouse", found(1, 1, 0));
        goods.done("finance", "confirmPayout", Map.of("paid", false));
        goods.done("finance", "resolvePayout", Map.of("action", "RETRY", "note", "Bank closed"));
        goods.done("finance", "confirmPayout", Map.of("paid", false));
        goods.done("finance", "resolvePayout", Map.of("action", "GIVE_UP", "note", "No such account"));
        assertThat(order.text("promised")).isEqualTo("0.00");
        goods.done("returns", "settleDifference", Map.of("settlement", "REFUND_ANYWAY", "note", "New account"));
        goods.done("finance", "confirmPayout", Map.of("paid", false));
        goods.done("finance", "resolvePayout", Map.of("action", "PAID_BY_HAND", "note", "Cash", "reference", "C-1"));

        assertThat(order.text("refunded")).isEqualTo("50.00");
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
    }

    @Test
    void takesBackWhatWasGivenFree() {
        var order = kefu.sells(kefu.sale().line(1, "0.00").line(1, "50.00"));

        var goods = kefu.opens("agent", order.returning(1, 1)).broughtBack().inspected("warehouse", found(1, 1, 0));
        goods.done("returns", "settleDifference", Map.of("settlement", "AS_FOUND", "note", "A gift, the customer knows"));

        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.timeline()).doesNotContain("REFUND_DECIDED");
        assertThat(order.text("refunded")).isEqualTo("0.00");
        assertThat(order.line(1).get("returnedQuantity").asInt()).isEqualTo(1);
    }

    private Kefu.Case refunded(Kefu.Order order, String reason, int line, int quantity) {
        var goods = kefu.opens("agent", order.returning(reason, line, quantity)).broughtBack()
                .inspected("warehouse", reason.equals("CHANGED_MIND") ? found(line, quantity, 0) : broken(line, quantity, 0));
        if (goods.tasks().contains("approveRefund")) {
            goods.approved(goods.task("approveRefund").get("groups").get(0).asText().equals("generalOffice") ? "office" : "manager");
        }
        return goods.paid();
    }

    /** Three units cost three times as much, less what makes the line cost as much as one. */
    private static String difference(String all) {
        return new BigDecimal(all).multiply(BigDecimal.valueOf(2)).toPlainString();
    }
}
