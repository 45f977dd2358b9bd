package dev.kefu.parcels.domain;

import dev.kefu.correspondence.Letters;
import dev.kefu.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What the customer is written at each turn (PAR-2, PAR-4); the words are in the letters' templates. */
@Component
class ParcelNews {

    private final Letters letters;
    private final Clock clock;

    ParcelNews(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    void apology(ParcelCase parcel) {
        tell(parcel, "parcel-apology", inParcel(parcel));
    }

    /** The goods are here, or will never be: what does the customer want? */
    void question(ParcelCase parcel) {
        var facts = new HashMap<>(inParcel(parcel));
        putUntil(parcel, facts);
        tell(parcel, parcel.needsOtherGoods() ? "parcel-lost" : "parcel-back", facts);
    }

    void unanswered(ParcelCase parcel) {
        var facts = new HashMap<String, String>();
        putUntil(parcel, facts);
        tell(parcel, "parcel-unanswered", facts);
    }

    /** The customer is told the whole fee at once (SHP-4). */
    void surcharge(ParcelCase parcel, Money fee, Money surcharge) {
        var facts = new HashMap<String, String>();
        putQuote(parcel, facts);
        facts.put("fee", fee.toString());
        facts.put("amount", surcharge.toString());
        putUntil(parcel, facts);
        tell(parcel, "parcel-surcharge", facts);
    }

    void addressCorrected(ParcelCase parcel) {
        tell(parcel, "parcel-address-corrected", inParcel(parcel));
    }

    /** What they do not have, somebody took, as the courier says. */
    void handedOver(ParcelCase parcel) {
        tell(parcel, "parcel-handed-over", inParcel(parcel));
    }

    void sentAgain(ParcelCase parcel) {
        var facts = new HashMap<String, String>();
        putQuote(parcel, facts);
        parcel.sending().latest().ifPresent(shipment -> {
            facts.put("courier", shipment.courier());
            facts.put("trackingNumber", shipment.trackingNumber());
        });
        tell(parcel, "parcel-reshipped", facts);
    }

    void outOfStock(ParcelCase parcel) {
        tell(parcel, "parcel-out-of-stock", Map.of());
    }

    void refunded(ParcelCase parcel, Money amount, @Nullable Money heldBack) {
        var facts = new HashMap<>(Map.of("amount", amount.toString()));
        if (heldBack != null && heldBack.isPositive()) {
            facts.put("heldBack", heldBack.toString());
        }
        tell(parcel, "parcel-refunded", facts);
    }

    void surchargeReturned(ParcelCase parcel, Money amount) {
        tell(parcel, "parcel-surcharge-returned", Map.of("amount", amount.toString()));
    }

    void abandoned(ParcelCase parcel) {
        tell(parcel, "parcel-abandoned", Map.of());
    }

    private void putQuote(ParcelCase parcel, Map<String, String> facts) {
        var freight = parcel.freight();
        if (freight.courierName() != null) {
            facts.put("courier", freight.courierName());
        }
        if (freight.days() != null) {
            facts.put("days", freight.days().toString());
        }
    }

    private void putUntil(ParcelCase parcel, Map<String, String> facts) {
        Instant until = parcel.contacting().holdUntil();
        if (until != null) {
            facts.put("until", until.atZone(clock.getZone()).toLocalDate().toString());
        }
    }

    private static Map<String, String> inParcel(ParcelCase parcel) {
        return Map.of("courier", parcel.courier(), "trackingNumber", parcel.trackingNumber());
    }

    private void tell(ParcelCase parcel, String template, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.put("goods", GoodsOfParcel.of(parcel));
        letters.write(parcel.number(), template, all);
    }
}
