package dev.kefu.stock;

import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import org.springframework.lang.Nullable;

/** Checks what is told of an article; all that is wrong is said at once. */
final class StockCheck {

    private static final String RULE = "input";
    private static final int LONGEST_SKU = 64;
    private static final int MOST_DAYS = 3650;
    private static final int LONGEST_KEY = 255;

    private final Violations found = new Violations();

    /** As articles are called in orders, so that whatever was sold can be in stock. */
    StockCheck sku(String sku) {
        if (Text.isBlank(sku) || sku.length() > LONGEST_SKU || !Text.isPlain(sku) || sku.chars().anyMatch(Character::isISOControl)) {
            found.add("sku", RULE, "sku must be 1 to %d characters that can be shown.".formatted(LONGEST_SKU));
        }
        return this;
    }

    StockCheck onHand(@Nullable Integer units) {
        return number("onHand", units, 0, Stock.MOST_UNITS);
    }

    StockCheck arriving(@Nullable Integer units) {
        return number("quantity", units, 1, Stock.MOST_UNITS);
    }

    /** @param before units that are there already */
    StockCheck fitting(int units, int before) {
        if (units > Stock.MOST_UNITS - before) {
            found.add("quantity", RULE, "quantity must be at most %d: %d are on hand, and %d is the most that is counted here."
                    .formatted(Stock.MOST_UNITS - before, before, Stock.MOST_UNITS));
        }
        return this;
    }

    StockCheck replenishmentDays(@Nullable Integer days) {
        return days == null ? this : number("replenishmentDays", days, 0, MOST_DAYS);
    }

    StockCheck key(@Nullable String key) {
        if (key != null && (Text.isBlank(key) || key.length() > LONGEST_KEY || !Text.isVisible(key))) {
            found.add("key", RULE, "key must be 1 to %d characters that can be shown.".formatted(LONGEST_KEY));
        }
        return this;
    }

    void refuseIfAny() {
        found.refuseIfAny();
    }

    private StockCheck number(String field, @Nullable Integer number, int least, int most) {
        if (number == null || number < least || number > most) {
            found.add(field, RULE, "%s must be a whole number from %d to %d.".formatted(field, least, most));
        }
        return this;
    }
}
