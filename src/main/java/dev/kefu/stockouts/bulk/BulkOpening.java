package dev.kefu.stockouts.bulk;

import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.CaseStatus;
import dev.kefu.cases.CaseSummary;
import dev.kefu.orders.Orders;
import dev.kefu.shared.Causes;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Wordless;
import dev.kefu.stockouts.bulk.RunRows.Turn;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.LostRaces;
import dev.kefu.workflow.Outages;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.Retries;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens the cases of the runs, one order after the other, each in a transaction of its own together with the note of what
 * became of it. So whoever dies in between has opened a case and noted it, or neither. Several nodes may do this at once:
 * each takes orders that no other has at this moment.
 */
@Component
class BulkOpening {

    private static final Logger LOG = LoggerFactory.getLogger(BulkOpening.class);

    /** After so many tries that others overtook, somebody has to look. */
    private static final int MOST_TRIES = 5;

    private static final String FAULT = "The case could not be opened; whoever runs the house finds the reason in its log.";

    private final RunRows rows;
    private final StockOutRuns runs;
    private final Orders orders;
    private final CaseFiles cases;
    private final Processes processes;
    private final Accounts accounts;
    private final Retries retries;
    private final Clock clock;

    BulkOpening(RunRows rows, StockOutRuns runs, Orders orders, CaseFiles cases, Processes processes, Accounts accounts,
            Retries retries, Clock clock) {
        this.rows = rows;
        this.runs = runs;
        this.orders = orders;
        this.cases = cases;
        this.processes = processes;
        this.accounts = accounts;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Does the next order of the oldest run that has any, and ends runs that have none.
     *
     * @return whether there was one
     */
    boolean openNext() {
        for (var id : rows.running()) {
            if (openNext(runs.find(id))) {
                return true;
            }
            retries.inTransaction(() -> {
                rows.finish(id, clock.instant());
                return id;
            });
        }
        return false;
    }

    private boolean openNext(Run run) {
        var held = new AtomicReference<Turn>();
        try {
            return retries.inTransaction(() -> {
                var turn = rows.next(run.id());
                turn.ifPresent(each -> {
                    held.set(each);
                    accounts.runAs(run.startedBy(), () -> open(run, each));
                });
                return turn.isPresent();
            });
        } catch (RuntimeException failure) {
            if (held.get() == null || Outages.include(failure)) {
                throw failure;
            }
            giveUp(held.get(), failure);
            return true;
        }
    }

    private void open(Run run, Turn turn) {
        var orderNumber = turn.orderNumber();
        // Whoever opens a stock-out claims units of the order: until this is over, nobody else does
        orders.lock(orderNumber);
        var open = openStockOut(orderNumber);
        if (open.isPresent()) {
            rows.done(turn, OpeningStatus.SKIPPED, open.get(), "Case " + open.get() + " deals with the order already.");
        } else if (!waitsFor(orderNumber, run.sku())) {
            rows.done(turn, OpeningStatus.REFUSED, null,
                    "Of " + run.sku() + " nothing is left to be sent in order " + orderNumber + ".");
        } else {
            var started = processes.start(StockOuts.KIND, Map.of("orderNumber", orderNumber, "cause", run.cause()));
            rows.done(turn, OpeningStatus.OPENED, started.caseNumber().value(), null);
        }
    }

    private Optional<String> openStockOut(String orderNumber) {
        return cases.ofOrder(orderNumber).stream()
                .filter(each -> each.kind().equals(StockOuts.KIND) && each.status() == CaseStatus.OPEN)
                .map(CaseSummary::caseNumber).findFirst();
    }

    private boolean waitsFor(String orderNumber, String sku) {
        var order = orders.find(orderNumber).orElseThrow(() -> new NotFound("There is no order " + orderNumber + "."));
        return orders.unsent(orderNumber).stream().anyMatch(unit -> order.line(unit.line())
                .filter(line -> line.sku().equals(sku)).isPresent());
    }

    /** All of the try was rolled back; somebody else may have done it meanwhile. */
    private void giveUp(Turn turn, RuntimeException failure) {
        var refusal = Causes.of(failure).filter(BulkOpening::isRefusal).findFirst();
        var isOvertaken = refusal.isEmpty() && LostRaces.include(failure);
        if (refusal.isEmpty() && !isOvertaken) {
            LOG.error("No stock-out could be opened for order {} in run {}", turn.orderNumber(), turn.runId(), Wordless.of(failure));
        }
        retries.inTransaction(() -> {
            if (rows.hold(turn)) {
                if (isOvertaken && turn.tries() < MOST_TRIES) {
                    rows.later(turn);
                } else {
                    rows.done(turn, OpeningStatus.REFUSED, null, refusal.map(Throwable::getMessage)
                            .orElse(isOvertaken ? LostRaces.MESSAGE : FAULT));
                }
            }
            return turn;
        });
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof RuleViolation || failure instanceof NotFound || failure instanceof Forbidden
                || failure instanceof Conflict && !LostRaces.MESSAGE.equals(failure.getMessage());
    }
}
