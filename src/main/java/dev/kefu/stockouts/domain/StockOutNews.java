package dev.kefu.stockouts.domain;

import dev.kefu.correspondence.Letters;
import dev.kefu.shared.Money;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What the customer is written at each turn of a stock-out (STK-1, STK-2, STK-4); the words are in the letters' templates. */
@Component
class StockOutNews {

    private final Letters letters;
    private final Clock clock;

    StockOutNews(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    void apology(StockOutCase goods) {
        tell(goods, "stock-out-apology", Map.of());
    }

    void late(StockOutCase goods) {
        tell(goods, "dispatch-late", day(goods));
    }

    void promised(StockOutCase goods, Delay delay) {
        var facts = new HashMap<>(day(goods));
        facts.put("answerUntil", goods.question().silenceAt().atZone(clock.getZone()).toLocalDate().toString());
        tell(goods, switch (delay) {
            case FIRST -> "stock-out-promise";
            case NEXT -> "stock-out-new-promise";
            case INDEFINITE -> "stock-out-indefinite";
        }, facts);
    }

    /** @param rest what has not left yet, null if nothing */
    void dispatched(StockOutCase goods, String units, String courier, String trackingNumber, @Nullable String rest) {
        var facts = new HashMap<>(Map.of("goods", units, "courier", courier, "trackingNumber", trackingNumber));
        if (rest != null) {
            facts.put("rest", rest);
        }
        tell(goods, "stock-out-shipped", facts);
    }

    void cancelled(StockOutCase goods) {
        tell(goods, "stock-out-cancelled", Map.of("goods", StockOutWords.of(goods.parts().which(PartFate.CANCELLED))));
    }

    void repaid(StockOutCase goods, Money amount, String units) {
        tell(goods, "stock-out-refunded", Map.of("amount", amount.toString(), "goods", units));
    }

    private static Map<String, String> day(StockOutCase goods) {
        var day = goods.promised().promisedOn();
        return day == null ? Map.of() : Map.of("promisedOn", day.toString());
    }

    private void tell(StockOutCase goods, String template, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.putIfAbsent("goods", StockOutWords.of(goods.parts().open()));
        letters.write(goods.number(), template, all);
    }
}
