package dev.kefu.stockouts.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What the warehouse found of an article once, and what the books had said (STK-3); all counts are kept. */
@Embeddable
class FoundStock {

    private String sku;
    private int booked;
    private int onHand;
    private String countedBy;
    private Instant countedAt;

    protected FoundStock() {
    }

    static FoundStock counted(String sku, int booked, int onHand, String by, Instant at) {
        var found = new FoundStock();
        found.sku = sku;
        found.booked = booked;
        found.onHand = onHand;
        found.countedBy = by;
        found.countedAt = at;
        return found;
    }

    String sku() {
        return sku;
    }

    int booked() {
        return booked;
    }

    int onHand() {
        return onHand;
    }

    String countedBy() {
        return countedBy;
    }

    Instant countedAt() {
        return countedAt;
    }
}
