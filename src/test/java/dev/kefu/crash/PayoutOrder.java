package dev.kefu.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Objects;

/** What Kefu orders, as the payment service reads it. */
record PayoutOrder(String refundId, String caseNumber, String orderNumber, BigDecimal amount, String currency,
        String cause, int attempt) {

    static PayoutOrder of(JsonNode body) {
        return new PayoutOrder(text(body, "refundId"), text(body, "caseNumber"), text(body, "orderNumber"),
                new BigDecimal(text(body, "amount")), text(body, "currency"), text(body, "cause"),
                body.path("attempt").asInt());
    }

    private static String text(JsonNode body, String field) {
        return Objects.requireNonNull(body.path(field).textValue(), field);
    }
}
