package dev.kefu.returns.domain;

import dev.kefu.orders.LineQuantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request that fits its order, with what the order says about the lines. */
record CheckedRequest(String orderNumber, String customerId, Reason reason, Resolution resolution,
        Map<Integer, ReturnLine> lines) {

    /** The same, for another case. */
    CheckedRequest again() {
        return new CheckedRequest(orderNumber, customerId, reason, resolution, lines.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, each -> each.getValue().again(), (one, other) -> one, TreeMap::new)));
    }

    List<LineQuantity> units() {
        return lines.entrySet().stream().map(each -> new LineQuantity(each.getKey(), each.getValue().quantity())).toList();
    }

    /** As somebody would type it. */
    ReturnRequest asTyped() {
        return new ReturnRequest(orderNumber, lines.entrySet().stream().map(each -> new RequestedLine(each.getKey(),
                each.getValue().quantity(), each.getValue().wantedSku())).toList(), reason, resolution, null);
    }
}
