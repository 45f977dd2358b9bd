package dev.kefu.whole;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a customer asks for in a return, built up as a start form does. */
final class Wish {

    private final Map<String, Object> request = new HashMap<>();
    private final List<Map<String, Object>> lines = new ArrayList<>();

    private Wish(Kefu.Order order, String reason, String resolution) {
        request.put("orderNumber", order.number());
        request.put("reason", reason);
        request.put("resolution", resolution);
        request.put("lines", lines);
    }

    static Wish of(Kefu.Order order, String reason, String resolution) {
        return new Wish(order, reason, resolution);
    }

    Wish units(int line, int quantity) {
        lines.add(Map.of("line", line, "quantity", quantity));
        return this;
    }

    Wish unitsFor(int line, int quantity, String wantedSku) {
        lines.add(Map.of("line", line, "quantity", quantity, "wantedSku", wantedSku));
        return this;
    }

    Map<String, Object> json() {
        return request;
    }
}
