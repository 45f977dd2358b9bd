package dev.kefu.stockouts;

import dev.kefu.orders.LineQuantity;
import dev.kefu.refunds.RefundStatus;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.shipping.Parcels;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.NeedlessProcesses;
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
    private final NeedlessProcesses needless;
    private final Parcels parcels;
    private final Refunds refunds;

    LinkedStockOuts(StockOuts stockOuts, Processes processes, NeedlessProcesses needless, Parcels parcels, Refunds refunds) {
        this.stockOuts = stockOuts;
        this.processes = processes;
        this.needless = needless;
        this.parcels = parcels;
        this.refunds = refunds;
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
     * What another case asks for.
     *
     * @param parent       the case that owes the goods
     * @param purpose      what for they go out
     * @param withItsGoods whether what the parent holds in stock, and waits for, goes to the new case
     */
    public record LinkedRequest(CaseNumber parent, String orderNumber, List<Owed> owed, ParcelPurpose purpose,
            boolean withItsGoods) {

        public LinkedRequest {
            owed = List.copyOf(owed);
        }
    }

    /**
     * Opens a case of kind {@code stock-out} that follows from another one, in the name of whoever acts. Again, while it is
     * open, gives the same.
     */
    @Transactional
    public CaseNumber open(LinkedRequest request) {
        var linked = stockOuts.registerLinked(request);
        if (!stockOuts.isBegun(linked)) {
            processes.startFromHouse(StockOuts.KIND, Map.of(StockOuts.OPENED_CASE, linked.value()));
        }
        return linked;
    }

    /** Whether its goods or its money are on their way to the customer, so that nobody may end it. */
    @Transactional(readOnly = true)
    public boolean isUnderWay(CaseNumber stockOut) {
        return !parcels.ofCase(stockOut).isEmpty() || refunds.latestOf(stockOut)
                .filter(refund -> refund.status() != RefundStatus.REFUSED && refund.status() != RefundStatus.ABANDONED)
                .isPresent();
    }

    /**
     * Nobody waits for it any more: its process is stopped, in the name of whoever acts.
     *
     * @throws Conflict if its goods or its money {@link #isUnderWay are on their way}
     */
    @Transactional
    public void end(CaseNumber stockOut, String why) {
        if (isUnderWay(stockOut)) {
            throw new Conflict("Money or goods of case " + stockOut + " are on their way to the customer.");
        }
        needless.end(stockOut, StockOuts.KIND, why);
    }
}
