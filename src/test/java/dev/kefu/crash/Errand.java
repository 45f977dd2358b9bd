package dev.kefu.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.whole.Json;
import dev.kefu.whole.Sale;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What one customer wants and what the people of the department make of it: enough to take the case from wherever it
 * stands to its end. What is done next follows from the case file alone, so it does not matter who lost which answer.
 */
final class Errand {

    private static final String PAID_BY_HAND = "B-";

    private final String kind;
    private final String orderNumber;
    private final Sale sale;
    private final Map<String, Object> request;
    private final String outcome;
    private final BigDecimal refund;
    private final int units;
    private final Map<String, Function<JsonNode, Map<String, ?>>> decisions = new HashMap<>();
    private final Map<String, Function<JsonNode, Optional<Map<String, ?>>>> messages = new HashMap<>();
    private volatile boolean ordered;
    private volatile String caseNumber;
    private volatile boolean closed;

    /**
     * @param outcome how it has to end
     * @param refund  what the customer has to get back in the end; zero if nothing
     * @param units   how many of them count as returned for good then
     */
    Errand(String kind, String orderNumber, Sale sale, Map<String, Object> request, String outcome, String refund,
            int units) {
        this.kind = kind;
        this.orderNumber = orderNumber;
        this.sale = sale;
        this.request = request;
        this.outcome = outcome;
        this.refund = new BigDecimal(refund);
        this.units = units;
        decides("reviewReturn", Map.of("decision", "APPROVE"));
        decides("arrangeReturn", Map.of("byCustomer", true));
        decides("approveRefund", Map.of("approved", true));
        decides("resolvePayout", Map.of("action", "RETRY", "note", "Once more"));
        decides("shipBack", Map.of("courier", "YTO", "trackingNumber", "BACK-" + orderNumber));
        decides("shipReplacement", Map.of("courier", "YTO", "trackingNumber", "NEW-" + orderNumber));
        decides("confirmPayout", file -> Map.of("paid", true, "reference", PAID_BY_HAND + orderNumber));
        tells("return-parcel-arrived", file -> Optional.of(Map.of()));
    }

    /** What is sent with the task of this id, whenever it is open. */
    Errand decides(String task, Map<String, ?> variables) {
        return decides(task, file -> variables);
    }

    Errand decides(String task, Function<JsonNode, Map<String, ?>> variables) {
        decisions.put(task, variables);
        return this;
    }

    /** The message that is sent when the case takes it and, as the case file stands, there is something to tell. */
    Errand tells(String message, Function<JsonNode, Optional<Map<String, ?>>> fields) {
        messages.put(message, fields);
        return this;
    }

    /** What comes next as the case stands; empty while it waits for somebody who is no person. */
    Optional<Act> next(JsonNode file) {
        for (var task : file.get("tasks")) {
            var key = task.get("key").asText();
            var decision = decisions.get(key);
            if (decision == null) {
                throw new IllegalStateException("Nobody expected the task " + key + " in " + this);
            }
            return Optional.of(new Act(personFor(key, task), key, task.get("id").asText(), decision.apply(file)));
        }
        for (var action : file.get("actions")) {
            var message = messages.get(action.asText());
            var fields = message == null ? Optional.<Map<String, ?>>empty() : message.apply(file);
            if (fields.isPresent()) {
                return fields.map(each -> new Act(senderOf(action.asText()), action.asText(), null, each));
            }
        }
        return Optional.empty();
    }

    /** How often this stands on the timeline of a case file. */
    static long times(JsonNode file, String what) {
        return StreamSupport.stream(file.get("timeline").spliterator(), false)
                .filter(entry -> entry.get("what").asText().equals(what)).count();
    }

    private static String personFor(String key, JsonNode task) {
        return switch (key) {
            case "reviewReturn", "arrangeReturn", "settleDifference" -> "returns";
            case "completeRequest" -> "agent";
            case "grantException" -> "supervisor";
            case "inspectGoods", "shipBack", "shipReplacement" -> "warehouse";
            case "repairGoods" -> "technician";
            case "confirmPayout", "resolvePayout" -> "finance";
            default -> approverOf(task);
        };
    }

    private static String approverOf(JsonNode task) {
        return switch (task.at("/groups/0").asText()) {
            case "managers" -> "manager";
            case "supervisors" -> "supervisor";
            default -> "office";
        };
    }

    private static String senderOf(String message) {
        return message.equals("return-parcel-arrived") ? "warehouse" : "agent";
    }

    String orderJson() {
        return sale.json();
    }

    String requestJson() {
        return Json.of(request);
    }

    /** The caller's own name for the start of the case. */
    String key() {
        return "start-" + orderNumber;
    }

    String orderNumber() {
        return orderNumber;
    }

    String outcome() {
        return outcome;
    }

    BigDecimal refund() {
        return refund;
    }

    int units() {
        return units;
    }

    boolean isOrdered() {
        return ordered;
    }

    void ordered() {
        ordered = true;
    }

    String caseNumber() {
        return caseNumber;
    }

    void opened(String number) {
        caseNumber = number;
    }

    boolean isClosed() {
        return closed;
    }

    void closed() {
        closed = true;
    }

    @Override
    public String toString() {
        return caseNumber + " (" + kind + ", order " + orderNumber + ")";
    }
}
