package dev.kefu.stockouts;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import java.util.List;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/**
 * Stock-outs of goods that another case owes the customer: an exchange without stock (RET-5), a second shipment (PAR-4). The
 * other case waits for {@link StockOutClosed}.
 */
@Service
public class LinkedStockOuts {

    /**
     * Goods that are owed.
     *
     * @param units of the order, in whose place they go
     * @param sku   what goes out for them; null for the line's own article
     */
    public record Owed(LineQuantity units, @Nullable String sku) {
    }

    /**
     * Opens a case of kind {@code stock-out} that follows from this one, in the name of whoever acts; what the other case holds
     * of these goods in stock goes to the new one. Again, while it is open, gives the same.
     */
    public CaseNumber open(CaseNumber parent, String orderNumber, List<Owed> owed) {
        throw new UnsupportedOperationException();
    }
}
