package dev.kefu.whole;

import static dev.kefu.PaymentService.PAYS_IN_DETAIL;
import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.PaymentService;
import dev.kefu.PaymentService.Manner;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Money by a payment service that behaves as real ones do on bad days, asked over HTTP; each refund is paid once. */
@WholeTest
class PayoutTests {

    private static final PaymentService SERVICE = new PaymentService();

    @Autowired
    Kefu kefu;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        properties.add("kefu.payments.url", SERVICE::url);
        properties.add("kefu.payments.secret", () -> PaymentService.SECRET);
        properties.add("kefu.payments.connect-timeout", () -> "2s");
        properties.add("kefu.payments.read-timeout", () -> "700ms");
    }

    @Test
    void paysARefundThatTheServicePaysAtOnce() {
        var goods = toBePaid(PAYS_IN_DETAIL);

        order(goods);

        var order = SERVICE.ordersOf(goods.number()).get(0);
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.timeline()).contains("REFUND_PAID");
        assertThat(goods.json().at("/facts/refund/reference").asText()).isEqualTo("P-" + order.key());
        assertThat(goods.json().at("/facts/refund/refundId").asText()).isEqualTo(order.key());
        assertThat(order.isSigned()).isTrue();
        assertThat(order.body()).isEqualTo(new ObjectMapper().valueToTree(Map.of("refundId", order.key(), "caseNumber", goods.number(),
                "orderNumber", goods.text("orderNumber"), "amount", "50.00", "currency", "CNY", "cause", "RETURN", "attempt", 1)));
        assertThat(SERVICE.paidOf(goods.number())).containsExactly(Map.entry(order.key(), "50.00 CNY"));
    }

    /** A return of 50.00, inspected, whose payout is authorised but not ordered yet. */
    private Kefu.Case toBePaid(Manner... manners) {
        SERVICE.next(manners);
        var order = kefu.sells(kefu.sale().line(1, "50.00"));
        return kefu.opens("agent", order.returning(1, 1)).broughtBack().inspected("warehouse", found(1, 1, 0));
    }

    /** What the engine's job executor does when it is time. */
    private void order(Kefu.Case goods) {
        jobs.executeJob(job(goods));
    }

    private String job(Kefu.Case goods) {
        var refund = runtime.createProcessInstanceQuery().processInstanceBusinessKey(goods.number())
                .processDefinitionKey("refund").singleResult();
        return jobs.createJobQuery().processInstanceId(refund.getId()).singleResult().getId();
    }
}
