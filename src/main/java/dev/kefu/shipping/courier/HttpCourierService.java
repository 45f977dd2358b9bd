package dev.kefu.shipping.courier;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.customers.Contact;
import dev.kefu.partners.PartnerCalls;
import dev.kefu.partners.PartnerReply.Answered;
import dev.kefu.partners.PartnerReply.Failed;
import dev.kefu.shipping.Booking;
import dev.kefu.shipping.CourierAnswer;
import dev.kefu.shipping.CourierAnswer.Unclear;
import dev.kefu.shipping.CourierAnswer.Unreached;
import dev.kefu.shipping.CourierService;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Asks the couriers' service by HTTP: a booking is posted to its address, a cancellation and a redirection to addresses below
 * it. Each has an idempotency key of its own, so that no answer is taken for that of another kind.
 */
class HttpCourierService implements CourierService, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCourierService.class);

    private final CourierSettings settings;
    private final PartnerCalls calls;
    private final CourierReader reader = new CourierReader();

    HttpCourierService(CourierSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.calls = new PartnerCalls("kefu-courier", settings.line(), json, clock);
    }

    @Override
    public boolean isConnected() {
        return settings.line().isConnected();
    }

    @Override
    public CourierAnswer book(Booking booking) {
        if (!isConnected()) {
            return new Unreached("There is no courier service any more.");
        }
        var answer = answer(booking);
        if (answer instanceof Unclear unclear) {
            LOG.warn("Booking {}: {}", booking.key(), unclear.what());
        } else if (answer instanceof Unreached unreached) {
            LOG.warn("Booking {}: {}", booking.key(), unreached.what());
        }
        return answer;
    }

    private CourierAnswer answer(Booking booking) {
        var reply = calls.post(settings.line().address(), booking.key(), fields(booking));
        if (reply instanceof Answered answered) {
            return reader.booking(answered.status(), answered.body());
        }
        var failed = (Failed) reply;
        return switch (failed.how()) {
            case UNREACHED -> new Unreached("There is no connection to the courier service: " + failed.name());
            case LATE -> new Unclear("The courier service did not answer in time.");
            case STOPPED -> new Unclear("Kefu was stopped while the courier service was asked.");
            case BROKEN -> new Unclear("The connection to the courier service broke: " + failed.name());
        };
    }

    private static Map<String, Object> fields(Booking booking) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", booking.key());
        fields.put("caseNumber", booking.caseNumber().value());
        fields.put("orderNumber", booking.orderNumber());
        fields.put("leg", booking.leg());
        fields.put("purpose", booking.purpose());
        fields.put("courier", booking.courier());
        fields.put("customer", booking.other());
        fields.put("lines", booking.lines());
        fields.put("weightGrams", booking.weightGrams());
        return fields;
    }

    @Override
    public Cancelled cancel(String key) {
        var reply = calls.post(settings.line().below("cancellations"), key + "-cancel", Map.of("key", key));
        var answer = reply instanceof Answered answered ? reader.cancellation(answered.status(), answered.body()) : Cancelled.UNCLEAR;
        if (answer == Cancelled.UNCLEAR) {
            LOG.warn("Booking {} could not be cancelled; it is tried again", key);
        }
        return answer;
    }

    @Override
    public boolean redirect(String key, String courier, String trackingNumber, Contact consignee) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", key);
        fields.put("courier", courier);
        fields.put("trackingNumber", trackingNumber);
        fields.put("customer", consignee);
        var reply = calls.post(settings.line().below("redirections"), key, fields);
        return reply instanceof Answered answered && reader.redirection(answered.status(), answered.body());
    }

    @Override
    public void destroy() {
        calls.close();
    }
}
