package dev.kefu.stockouts.domain;

import dev.kefu.shared.Text;
import org.springframework.lang.Nullable;

/** What the warehouse found of an article, as it is typed. */
public record CountedStock(@Nullable String sku, @Nullable Integer onHand) {

    public CountedStock {
        sku = sku == null || Text.isBlank(sku) ? null : Text.composed(sku);
    }
}
