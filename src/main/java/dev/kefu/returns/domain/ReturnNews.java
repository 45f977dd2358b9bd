package dev.kefu.returns.domain;

import dev.kefu.correspondence.Letters;
import dev.kefu.shared.Money;
import java.time.Clock;
import java.util.HashMap;
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

    void reminded(ReturnCase goods) {
        var facts = new HashMap<>(untilWhen(goods));
        facts.put("returnAddress", settings.address());
        tell(goods, "return-reminder", facts);
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

    void settled(ReturnCase goods) {
        tell(goods, "return-settled", Map.of());
    }

    void refunded(ReturnCase goods, Money amount) {
        tell(goods, "return-refunded", Map.of("amount", amount.toString()));
    }

    void replaced(ReturnCase goods, Parcel parcel) {
        tell(goods, "replacement-shipped", inParcel(parcel));
    }

    void repaired(ReturnCase goods) {
        tell(goods, "goods-repaired", Map.of());
    }

    void sentBack(ReturnCase goods, Parcel parcel) {
        tell(goods, "goods-sent-back", inParcel(parcel));
    }

    private Map<String, String> untilWhen(ReturnCase goods) {
        var lastDay = settings.expiry(goods.journey().waitsSince(), clock.getZone()).atZone(clock.getZone()).toLocalDate();
        return Map.of("deadline", lastDay.toString());
    }

    private static Map<String, String> inParcel(Parcel parcel) {
        return Map.of("courier", parcel.courier(), "trackingNumber", parcel.trackingNumber());
    }

    private void tell(ReturnCase goods, String template, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.put("goods", GoodsInWords.of(goods));
        if (goods.rma() != null) {
            all.put("rma", goods.rma());
        }
        letters.write(goods.number(), template, all);
    }
}
