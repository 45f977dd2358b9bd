package dev.kefu.stock;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;

/** What a case has and waits for, by SKU, as it stands under the locks of all these articles. */
record CaseGoods(Map<String, StockReservation> promised, Map<String, StockWant> waiting) {

    int promised(String sku) {
        return promised.containsKey(sku) ? promised.get(sku).quantity() : 0;
    }

    int waiting(String sku) {
        return waiting.containsKey(sku) ? waiting.get(sku).quantity() : 0;
    }

    @Nullable
    StockReservation reservation(String sku) {
        return promised.get(sku);
    }

    @Nullable
    StockWant want(String sku) {
        return waiting.get(sku);
    }

    /** Whether it has exactly these units. */
    boolean has(Map<String, Integer> units) {
        return units.equals(promised.values().stream()
                .collect(Collectors.toMap(StockReservation::sku, StockReservation::quantity)));
    }
}
