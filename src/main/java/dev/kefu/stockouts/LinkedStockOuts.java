package dev.kefu.stockouts;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.Processes;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock-outs of goods that another case owes the customer: an exchange without stock (RET-5), a second shipment (PAR-4). The
 * other case waits for {@link StockOutClosed}.
 */
@Service
public class LinkedStockOuts {

    private final StockOuts stockOuts;
    private final Processes processes;

    LinkedStockOuts(StockOuts stockOuts, Processes processes) {
        this.stockOuts = stockOuts;
        this.processes = processes;
    }

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
    @Transactional
    public CaseNumber open(CaseNumber parent, String orderNumber, List<Owed> owed) {
        var linked = stockOuts.registerLinked(parent, orderNumber, owed);
        if (!stockOuts.isBegun(linked)) {
            processes.startFromHouse(StockOuts.KIND, Map.of(StockOuts.OPENED_CASE, linked.value()));
        }
        return linked;
    }
}
