package dev.kefu.stockouts.bulk;

import dev.kefu.orders.Orders;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Listed;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import dev.kefu.stock.Stock;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Field;
import dev.kefu.workflow.Processes;
import java.time.Clock;
import java.util.List;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to stock-outs in bulk: one article is short or late, and each order that waits for it gets its case. They are
 * opened in the background ({@link BulkOpening}); here they are asked for, looked at and stopped. For callers who have
 * checked rights.
 */
@Service
@Transactional
public class StockOutRuns {

    private static final String RULE = "STK-2";

    private final RunRows rows;
    private final Orders orders;
    private final Stock stock;
    private final Processes processes;
    private final Actors actors;
    private final Clock clock;

    StockOutRuns(RunRows rows, Orders orders, Stock stock, Processes processes, Actors actors, Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.stock = stock;
        this.processes = processes;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Begins a run, in the name of whoever acts. Which orders it is about is settled now.
     *
     * @param key makes the run one, however often the same person asks for it; null if there is none
     * @throws RuleViolation if nobody knows the article, an order or the cause
     * @throws Conflict      if something else was asked for under the key
     */
    public Run begin(RunRequest request, @Nullable String key) {
        var by = actors.current();
        var earlier = key == null ? null : rows.asked(by, key).orElse(null);
        if (earlier != null) {
            if (!earlier.request().equals(request.mark())) {
                throw new Conflict("The key " + key + " was used for another run.");
            }
            return find(earlier.id());
        }
        check(request);
        var concerned = request.orderNumbers() == null ? orders.ordersWithUnsent(request.sku()) : request.orderNumbers();
        var id = rows.add(request, key, by, clock.instant());
        rows.addOrders(id, concerned);
        if (concerned.isEmpty()) {
            rows.finish(id, clock.instant());
        }
        return find(id);
    }

    /** The newest ones, newest first. */
    @Transactional(readOnly = true)
    public List<Run> all() {
        return rows.all();
    }

    /** @throws NotFound if there is no such run */
    @Transactional(readOnly = true)
    public Run find(long id) {
        return rows.find(id).orElseThrow(() -> new NotFound("There is no run " + id + "."));
    }

    /**
     * What became of the orders of the run, in the order in which it is their turn. Of one that is done nothing changes any
     * more: whoever follows a run asks for those from the first on that is not.
     *
     * @param from how many are left out at the beginning
     * @param most how many are told
     */
    @Transactional(readOnly = true)
    public List<RunOrder> ordersOf(long id, int from, int most) {
        return rows.ordersOf(id, from, most);
    }

    /**
     * No further case is opened; the order whose turn it is may still get its own. Of a run that is over nothing changes.
     *
     * @throws NotFound if there is no such run
     */
    public Run stop(long id) {
        rows.stop(id, actors.current(), clock.instant());
        return find(id);
    }

    private void check(RunRequest request) {
        var found = new Violations();
        if (stock.find(request.sku()).isEmpty() && !orders.isKnown(request.sku())) {
            found.add("sku", RULE, "Neither the warehouse nor any order knows an article " + request.sku() + ".");
        }
        var causes = causes();
        if (!causes.contains(request.cause())) {
            found.add("cause", "input", "cause must be one of " + Listed.names(causes) + ".");
        }
        var named = request.orderNumbers() == null ? List.<String>of() : request.orderNumbers();
        var known = orders.known(named);
        for (int row = 0; row < named.size(); row++) {
            if (!known.contains(named.get(row))) {
                found.add("orderNumbers[" + row + "]", RULE, "There is no order " + named.get(row) + ".");
            }
        }
        found.refuseIfAny();
    }

    /** Those that the process itself takes. */
    private List<String> causes() {
        return processes.offered().stream().filter(each -> each.kind().equals(StockOuts.KIND))
                .flatMap(each -> each.start().stream())
                .filter(field -> field.name().equals("cause"))
                .map(Field::choices).findFirst().orElse(List.of());
    }
}
