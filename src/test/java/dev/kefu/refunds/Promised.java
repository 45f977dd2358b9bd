package dev.kefu.refunds;

import dev.kefu.orders.Promise;
import dev.kefu.shared.Money;
import java.util.List;

/** What an order promised of a refund: an amount and nothing about it. */
final class Promised {

    private Promised() {
    }

    static Promise of(RefundRequest request, Money amount) {
        var nothing = Money.zero(amount.currency());
        return new Promise(request.caseNumber() + "/1", request.orderNumber(), request.caseNumber(), amount, nothing, nothing,
                nothing, List.of(), Promise.Status.PROMISED);
    }
}
