package dev.kefu.refunds;

import static dev.kefu.shared.Money.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kefu.KefuTest;
import dev.kefu.TestOrders;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.NewCase;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a refund consists of: units, freight, surcharges, what is held back, and amounts that are for no units. */
@KefuTest
@Import(TestOrders.class)
class RefundPartsTests {

    @Autowired
    Refunds refunds;

    @Autowired
    Orders orders;

    @Autowired
    TestOrders sold;

    @Autowired
    CaseFiles cases;

    @Test
    void saysWhatItConsistsOf() {
        var order = sold.undelivered();
        var caseNumber = open(order);
        orders.receive(order, caseNumber + "-S", caseNumber, cny("7.50"));
        var request = new RefundRequest(caseNumber, order, List.of(new LineQuantity(1, 2)), true, true, cny("16.00"), null,
                RefundCause.PARCEL, "agent");

        var quote = refunds.quote(request);
        var refund = refunds.decide(request);
        var again = refunds.decide(request);

        assertThat(quote).isEqualTo(cny("101.50"));
        assertThat(refund.amount()).isEqualTo(cny("101.50"));
        assertThat(again).isEqualTo(refund);
        var facts = refunds.factsOf(caseNumber).orElseThrow();
        assertThat(List.of(facts.amount(), facts.freight(), facts.surcharges(), facts.heldBack()))
                .containsExactly("101.50", "10.00", "7.50", "16.00");
        assertThat(orders.find(order).orElseThrow().promised()).isEqualTo(cny("101.50"));
    }

    @Test
    void decidesNothingThatIsHeldBackWholly() {
        var order = sold.undelivered();
        var caseNumber = open(order);
        var request = new RefundRequest(caseNumber, order, List.of(new LineQuantity(1, 1)), false, false, cny("50.00"), null,
                RefundCause.PARCEL, "agent");

        assertThat(refunds.quote(request)).isEqualTo(Money.zero(Money.CNY));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> refunds.decide(request));
        assertThat(refunds.latestOf(caseNumber)).isEmpty();
    }

    @Test
    void paysADifferenceThatIsForNoUnits() {
        var order = sold.undelivered();
        var caseNumber = open(order);

        var refund = refunds.decide(new RefundRequest(caseNumber, order, List.of(), false, false, null, cny("3.20"),
                RefundCause.STOCK_OUT, "agent"));

        assertThat(refund.amount()).isEqualTo(cny("3.20"));
        assertThat(orders.quote(order, List.of(new LineQuantity(1, 1)), false)).isEqualTo(cny("50.00"));
    }

    private CaseNumber open(String order) {
        return cases.open(new NewCase("product-return", order, "C-" + order, "agent", null));
    }
}
