package dev.kefu.refunds.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.partners.PartnerCalls;
import dev.kefu.partners.PartnerReply.Answered;
import dev.kefu.partners.PartnerReply.Failed;
import dev.kefu.refunds.PaymentAnswer;
import dev.kefu.refunds.PaymentAnswer.Unclear;
import dev.kefu.refunds.PaymentAnswer.Unreached;
import dev.kefu.refunds.PaymentOrder;
import dev.kefu.refunds.PaymentService;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Sends orders to the payment service by HTTP, and makes sense of what it answers, or doesn't. */
class HttpPaymentService implements PaymentService, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HttpPaymentService.class);

    private final PaymentSettings settings;
    private final PartnerCalls calls;
    private final AnswerReader reader = new AnswerReader();

    HttpPaymentService(PaymentSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.calls = new PartnerCalls("kefu-payment", settings.line(), json, clock);
    }

    @Override
    public boolean isConnected() {
        return settings.isConnected();
    }

    @Override
    public Duration silence() {
        return settings.silence();
    }

    @Override
    public PaymentAnswer pay(PaymentOrder order) {
        if (!isConnected()) {
            return new Unreached("There is no payment service any more.");
        }
        var answer = answer(order);
        if (answer instanceof Unclear unclear) {
            LOG.warn("Payout {}: {}", order.refundId(), unclear.what());
        } else if (answer instanceof Unreached unreached) {
            LOG.warn("Payout {}: {}", order.refundId(), unreached.what());
        }
        return answer;
    }

    private PaymentAnswer answer(PaymentOrder order) {
        var reply = calls.post(settings.line().address(), order.refundId(), fields(order));
        if (reply instanceof Answered answered) {
            return reader.read(answered.status(), answered.body());
        }
        var failed = (Failed) reply;
        return switch (failed.how()) {
            case UNREACHED -> new Unreached("There is no connection to the payment service: " + failed.name());
            case LATE -> new Unclear("The payment service did not answer in time.");
            case STOPPED -> new Unclear("Kefu was stopped while the payment service was asked.");
            case BROKEN -> new Unclear("The connection to the payment service broke: " + failed.name());
        };
    }

    private static Map<String, Object> fields(PaymentOrder order) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("refundId", order.refundId());
        fields.put("caseNumber", order.caseNumber());
        fields.put("orderNumber", order.orderNumber());
        fields.put("amount", order.amount().decimal());
        fields.put("currency", order.amount().currency().getCurrencyCode());
        fields.put("cause", order.cause());
        fields.put("attempt", order.attempt());
        return fields;
    }

    @Override
    public void destroy() {
        calls.close();
    }
}
