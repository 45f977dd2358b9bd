package dev.kefu.stockouts.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kefu.shared.Text;
import org.springframework.lang.Nullable;

/**
 * An article that the warehouse is to count, and what it found: as the form shows it, and as it is typed.
 *
 * @param name   what it is called, for whoever counts; nothing is read from it
 * @param onHand null until it is counted
 */
@JsonInclude(Include.NON_NULL)
public record CountedStock(@Nullable String sku, @Nullable String name, @Nullable Integer onHand) {

    public CountedStock {
        sku = sku == null || Text.isBlank(sku) ? null : Text.composed(sku);
    }

    static CountedStock toCount(String sku, String name) {
        return new CountedStock(sku, name, null);
    }
}
