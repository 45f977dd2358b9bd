package dev.kefu;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A payment service of the tests' own: it pays each key once. */
public final class PaymentService extends OutsideService<PaymentService> {

    public static final String SECRET = "a secret that only the payment service and Kefu know";

    /** What it does with an order. */
    @FunctionalInterface
    public interface Manner extends OutsideService.Manner<PaymentService> {
    }

    private final Map<String, String> paid = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Pays, and says so. */
    public static final Manner PAYS = (service, order, line) -> line.say(200, service.pay(order));
    /** Pays, and says so with everything it knows. */
    public static final Manner PAYS_IN_DETAIL = (service, order, line) -> line.say(201, service.pay(order).replace("}",
            ", \"Amount\": \"%s\", \"currency\": \"cny\", \"fee\": {\"amount\": 1}}"
                    .formatted(order.body().get("amount").asText())).replace("\"status\": \"PAID\"", "\"STATUS\": \"Paid\""));
    /** Pays, but the answer comes too late. */
    public static final Manner PAYS_TOO_SLOWLY = (service, order, line) -> {
        service.pay(order);
        line.hold();
    };
    /** Pays, and dies before it has said so. */
    public static final Manner DIES_AFTER_PAYING = (service, order, line) -> service.pay(order);
    /** Pays, and dies in the middle of saying so. */
    public static final Manner DIES_IN_MID_SENTENCE = (service, order, line) -> {
        var answer = Line.http(200, service.pay(order));
        line.raw(answer.substring(0, answer.length() - 10));
    };
    /** Dies in the middle of a head. */
    public static final Manner DIES_AT_ONCE = (service, order, line) -> line.raw("HTTP/1.1 20");
    /** Pays, says so twice, and goes on talking. */
    public static final Manner TALKS_ON = (service, order, line) -> {
        var answer = Line.http(200, service.pay(order));
        line.raw(answer + answer.replace("PAID", "REFUSED") + "and more of it");
    };
    public static final Manner LIES_ABOUT_THE_AMOUNT = (service, order, line) ->
            line.say(200, service.pay(order).replace("}", ", \"amount\": 0.01}"));
    public static final Manner LIES_ABOUT_THE_CURRENCY = (service, order, line) ->
            line.say(200, service.pay(order).replace("}", ", \"currency\": \"USD\"}"));
    public static final Manner PENDS = (service, order, line) -> line.say(202, "{\"status\": \"PENDING\"}");
    public static final Manner TAKES_IT_WITHOUT_A_WORD = (service, order, line) -> line.say(202, "");
    public static final Manner REFUSES = (service, order, line) ->
            line.say(422, "{\"status\": \"Refused\", \"reason\": \"No such account\"}");

    public static Manner answers(int status, String body) {
        return (service, order, line) -> line.say(status, body);
    }

    public PaymentService() {
        super(SECRET);
    }

    public String url() {
        return address("/payouts?of=kefu");
    }

    /** The keys of the case that were paid, each once, with the amount. */
    public Map<String, String> paidOf(String caseNumber) {
        synchronized (paid) {
            var ofCase = new TreeMap<>(paid);
            ofCase.keySet().removeIf(key -> ordersOf(caseNumber).stream().noneMatch(order -> order.key().equals(key)));
            return ofCase;
        }
    }

    private String pay(Order order) {
        paid.putIfAbsent(order.key(), order.text("amount") + " " + order.text("currency"));
        return "{\"status\": \"PAID\", \"reference\": \"P-" + order.key() + "\"}";
    }

    @Override
    protected Manner usual() {
        return PAYS;
    }

    @Override
    protected PaymentService self() {
        return this;
    }
}
