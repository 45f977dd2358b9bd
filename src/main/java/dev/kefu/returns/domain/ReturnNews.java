package dev.kefu.returns.domain;

import dev.kefu.correspondence.Letters;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.Money;
import dev.kefu.shipping.ParcelView;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What the customer is written at each turn of a return (RET-3, RET-7); the words are in the letters' templates. */
@Component
class ReturnNews {

    private final Letters letters;
    private final ReturnSettings settings;
    private final Clock clock;

    ReturnNews(Letters letters, ReturnSettings settings, Clock clock) {
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    void received(ReturnCase goods) {
        tell(goods, "return-received", Map.of());
    }

    void asked(ReturnCase goods, String question) {
        tell(goods, "return-question", Map.of("question", question));
    }

    void turnedDown(ReturnCase goods, @Nullable String reason) {
        tell(goods, "return-rejected", reason == null ? Map.of() : Map.of("reason", reason));
    }

    void approved(ReturnCase goods) {
        if (goods.whereabouts() == Whereabouts.WITH_CUSTOMER) {
            tell(goods, "return-approved", Map.of("returnAddress", settings.address()));
        } else {
            tell(goods, "return-without-goods", Map.of());
        }
    }

    /** The day until which the goods are waited for is told by the reminder, too. */
    void wayBackArranged(ReturnCase goods) {
        var wayBack = goods.journey().wayBack();
        var facts = new HashMap<>(untilWhen(goods));
        if (wayBack.byCustomer()) {
            facts.put("returnAddress", settings.address());
        } else {
            facts.put("courier", wayBack.courier());
            facts.put("trackingNumber", wayBack.trackingNumber());
        }
        tell(goods, "return-shipping-arranged", facts);
    }

    /** Whoever is known to have sent the goods is not asked to send them. */
    void reminded(ReturnCase goods) {
        var facts = new HashMap<>(untilWhen(goods));
        var parcel = goods.journey().parcel();
        if (parcel == null) {
            facts.put("returnAddress", settings.address());
        } else {
            facts.putAll(inParcel(parcel));
        }
        tell(goods, "return-reminder", facts);
    }

    /** The customer need not do anything; somebody of us comes back to them. */
    void wayBackFailed(ReturnCase goods, ParcelView parcel) {
        tell(goods, "return-lost", Map.of("courier", parcel.courier(), "trackingNumber", parcel.trackingNumber()));
    }

    void expired(ReturnCase goods) {
        tell(goods, "return-expired", Map.of());
    }

    void arrived(ReturnCase goods) {
        tell(goods, "return-arrived", Map.of());
    }

    void withdrawn(ReturnCase goods) {
        tell(goods, "return-withdrawn", Map.of());
    }

    /** What was agreed about these units, which have gone on; none if nothing arrived. */
    void settled(ReturnCase goods, List<ReturnPart> agreed) {
        tellSettled(goods, agreed, "waiting");
    }

    /** The same where the goods were lost: nobody knows yet whether there is something to send in their place. */
    void lossSettled(ReturnCase goods) {
        tellSettled(goods, goods.settling().parts().all().toList(), "replaced");
    }

    private void tellSettled(ReturnCase goods, List<ReturnPart> agreed, String toReplace) {
        var facts = new HashMap<String, String>();
        putMissing(goods, facts);
        put(goods, facts, "sentBack", Fate.TO_SEND_BACK, agreed);
        put(goods, facts, "givenUp", Fate.KEPT, agreed);
        put(goods, facts, "refunded", Fate.TO_REFUND, agreed);
        put(goods, facts, toReplace, Fate.TO_REPLACE, agreed);
        tell(goods, "return-settled", facts);
    }

    /** @param units whose money it is */
    void refunded(ReturnCase goods, Money amount, List<LineQuantity> units) {
        var facts = new HashMap<>(Map.of("amount", amount.toString(), "goods", GoodsInWords.units(goods, units)));
        putMissing(goods, facts);
        tell(goods, "return-refunded", facts);
    }

    void replaced(ReturnCase goods, Parcel parcel, List<LineQuantity> units) {
        tell(goods, "replacement-shipped", inParcel(parcel, GoodsInWords.replacements(goods, units)));
    }

    void repaired(ReturnCase goods, List<LineQuantity> units) {
        tell(goods, "goods-repaired", Map.of("goods", GoodsInWords.units(goods, units)));
    }

    /** What the technician had in hand, and where it has gone on. */
    void notRepaired(ReturnCase goods, List<ReturnPart> parts) {
        var facts = new HashMap<>(Map.of("goods", GoodsInWords.units(goods, Parts.units(parts.stream()))));
        put(goods, facts, "replaced", Fate.TO_REPLACE, parts);
        put(goods, facts, "refunded", Fate.TO_REFUND, parts);
        tell(goods, "goods-not-repaired", facts);
    }

    void sentBack(ReturnCase goods, Parcel parcel, List<LineQuantity> units) {
        tell(goods, "goods-sent-back", inParcel(parcel, GoodsInWords.units(goods, units)));
    }

    private static void putMissing(ReturnCase goods, Map<String, String> facts) {
        if (!goods.missing().isEmpty()) {
            facts.put("missing", GoodsInWords.units(goods, goods.missing()));
        }
    }

    private static void put(ReturnCase goods, Map<String, String> facts, String name, Fate fate, List<ReturnPart> parts) {
        var units = Parts.units(parts.stream().filter(part -> part.is(fate)));
        if (!units.isEmpty()) {
            facts.put(name, GoodsInWords.units(goods, units));
        }
    }

    private Map<String, String> untilWhen(ReturnCase goods) {
        var lastDay = settings.expiry(goods.journey().waitsSince(), clock.getZone()).atZone(clock.getZone()).toLocalDate();
        return Map.of("deadline", lastDay.toString());
    }

    private static Map<String, String> inParcel(Parcel parcel) {
        return Map.of("courier", parcel.courier(), "trackingNumber", parcel.trackingNumber());
    }

    private static Map<String, String> inParcel(Parcel parcel, String goods) {
        var facts = new HashMap<>(inParcel(parcel));
        facts.put("goods", goods);
        return facts;
    }

    private void tell(ReturnCase goods, String template, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.putIfAbsent("goods", GoodsInWords.of(goods));
        if (goods.rma() != null) {
            all.put("rma", goods.rma());
        }
        letters.write(goods.number(), template, all);
    }
}
