package dev.kefu.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.whole.Json;
import dev.kefu.whole.Sale;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What one customer wants and what the people of the department make of it: enough to take the case from wherever it
 * stands to its end. What is done next follows from the case file alone, so it does not matter who lost which answer.
 */
final class Errand {

    /** @param before how many of an article are in stock when the case is opened */
    record Shelf(int before, int after) {
    }

    private final String kind;
    private final String orderNumber;
    private final Sale sale;
    private final Map<String, Object> request;
    private final String outcome;
    private final BigDecimal refund;
    private final int units;
    private final Map<String, Shelf> shelves = new TreeMap<>();
    private final Map<String, Function<JsonNode, Map<String, ?>>> decisions = new HashMap<>();
    private final Map<String, Function<JsonNode, Optional<Map<String, ?>>>> messages = new HashMap<>();
    private boolean comesLate;
    private boolean waitsForStock;

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
        decides("settleDifference", Map.of("settlement", "AS_FOUND", "note", "The customer leaves it to us"));
        decides("shipBack", Map.of("courier", "YTO", "trackingNumber", "BACK-" + orderNumber));
        decides("shipReplacement", Map.of("courier", "YTO", "trackingNumber", "NEW-" + orderNumber));
        decides("confirmPayout", Map.of("paid", true, "reference", "B-" + orderNumber));
        decides("resolvePayout", this::resolution);
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

    /** How many of the article of this line are in stock at first, and have to be in the end. */
    Errand stock(int line, int before, int after) {
        return stock(orderNumber + "-" + line, before, after);
    }

    Errand stock(String sku, int before, int after) {
        shelves.put(sku, new Shelf(before, after));
        return this;
    }

    /** The goods come though the case is closed: another case goes on with them. */
    Errand comingLate() {
        comesLate = true;
        return this;
    }

    /** What goes out in exchange is not there: another case looks after it, and this one goes on when that has ended. */
    Errand waitingForStock() {
        waitsForStock = true;
        return this;
    }

    boolean waitsForStock() {
        return waitsForStock;
    }

    /** What comes next as the case stands; empty while it waits for somebody who is no person. */
    Optional<Act> next(JsonNode file) {
        for (var task : file.get("tasks")) {
            var key = task.get("key").asText();
            var decision = decisions.get(key);
            if (decision == null) {
                throw new IllegalStateException("Nobody expected the task " + key);
            }
            return Optional.of(new Act(Staff.workerOf(task), key, task.get("id").asText(), decision.apply(file)));
        }
        for (var action : file.get("actions")) {
            var message = messages.get(action.asText());
            var fields = message == null ? Optional.<Map<String, ?>>empty() : message.apply(file);
            if (fields.isPresent()) {
                return fields.map(each -> new Act(Staff.senderOf(action.asText()), action.asText(), null, each));
            }
        }
        return Optional.empty();
    }

    /** Finance tries again, but for every third order, where it gives up once what has failed for good. */
    private Map<String, ?> resolution(JsonNode file) {
        var payouts = StreamSupport.stream(file.get("timeline").spliterator(), false)
                .map(entry -> entry.get("what").asText())
                .filter(what -> what.startsWith("PAYOUT_")).toList();
        var failed = !payouts.isEmpty() && payouts.get(payouts.size() - 1).equals("PAYOUT_FAILED");
        return failed && orderNumber.hashCode() % 3 == 0 && !happened(file, "REFUND_ABANDONED")
                ? Map.of("action", "GIVE_UP", "note", "The customer has another account")
                : Map.of("action", "RETRY", "note", "Once more");
    }

    /** For goods that are told only when the customer doesn't want them to come any more. */
    static Optional<Map<String, ?>> afterWithdrawal(JsonNode file) {
        return happened(file, "RETURN_WITHDRAWN") ? Optional.of(Map.of()) : Optional.empty();
    }

    static boolean happened(JsonNode file, String what) {
        return times(file, what) > 0;
    }

    /** How often this stands on the timeline of a case file. */
    static long times(JsonNode file, String what) {
        return StreamSupport.stream(file.get("timeline").spliterator(), false)
                .filter(entry -> entry.get("what").asText().equals(what)).count();
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

    Map<String, Shelf> shelves() {
        return shelves;
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

    /** How its cases have to end, in the order in which they are opened. */
    List<String> outcomes() {
        if (waitsForStock) {
            return List.of(outcome, outcome);
        }
        return comesLate ? List.of("WITHDRAWN", outcome) : List.of(outcome);
    }

    @Override
    public String toString() {
        return "order " + orderNumber + " (" + kind + ")";
    }
}
