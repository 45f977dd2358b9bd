package dev.kefu.stockouts.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundStatus;
import dev.kefu.refunds.Refunds;
import dev.kefu.stock.Stock;
import dev.kefu.stockouts.StockOutClosed;
import dev.kefu.stockouts.StockOutOutcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The end of a stock-out: what it holds is let go, its file is closed, and who waits for it hears of it. */
@Component
class StockOutClosing {

    private final Orders orders;
    private final Stock stock;
    private final Refunds refunds;
    private final CaseFiles cases;
    private final ApplicationEventPublisher events;

    StockOutClosing(Orders orders, Stock stock, Refunds refunds, CaseFiles cases, ApplicationEventPublisher events) {
        this.orders = orders;
        this.stock = stock;
        this.refunds = refunds;
        this.cases = cases;
        this.events = events;
    }

    void close(StockOutCase goods) {
        end(goods, goods.close());
    }

    void reject(StockOutCase goods) {
        goods.reject();
        end(goods, StockOutOutcome.REJECTED);
    }

    /** What was cancelled and not paid back is owed by the order again. */
    void abort(StockOutCase goods) {
        if (goods.repayment().isDue() && isPaid(goods)) {
            goods.repaid();
        }
        if (!goods.origin().isLinked() && goods.parts().has(PartFate.CANCELLED)) {
            orders.takeBackCancellation(goods.orderNumber(), goods.number());
        }
        goods.abort();
        letGo(goods, null);
    }

    /** As the books say; the process may have been stopped before it could note it. */
    private boolean isPaid(StockOutCase goods) {
        return refunds.latestOf(goods.number()).filter(refund -> refund.status() == RefundStatus.PAID).isPresent();
    }

    private void end(StockOutCase goods, StockOutOutcome outcome) {
        cases.close(goods.number(), outcome.name());
        letGo(goods, outcome);
    }

    private void letGo(StockOutCase goods, @Nullable StockOutOutcome outcome) {
        stock.release(goods.number());
        if (goods.origin().isLinked()) {
            events.publishEvent(new StockOutClosed(goods.number(), goods.origin().parent(), outcome));
        } else {
            orders.releaseUnits(goods.orderNumber(), goods.number());
        }
    }
}
