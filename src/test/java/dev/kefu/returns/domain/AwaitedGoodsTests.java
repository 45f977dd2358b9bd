package dev.kefu.returns.domain;

import static dev.kefu.returns.domain.Goods.NEXT_MONDAY;
import static dev.kefu.returns.domain.Goods.PARCEL;
import static dev.kefu.returns.domain.Goods.accepted;
import static dev.kefu.returns.domain.Goods.allowedWithoutReturn;
import static dev.kefu.returns.domain.Goods.askedFor;
import static dev.kefu.returns.domain.Goods.refused;
import static dev.kefu.returns.domain.Reason.DEFECTIVE;
import static dev.kefu.returns.domain.Reason.MISSING_PARTS;
import static dev.kefu.returns.domain.Resolution.EXCHANGE;
import static dev.kefu.returns.domain.Resolution.RESEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.stock.Finding;
import dev.kefu.stock.GoodsCondition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units of a return whose replacement is the business of a stock-out case (RET-5). */
class AwaitedGoodsTests {

    private static final CaseNumber STOCK_OUT = CaseNumber.of("KF-2026-000077");

    @Test
    void comeLastSinceTheyTakeLongest() {
        var goods = exchanged();
        goods.it().settling().await(part -> part.line() == 1, STOCK_OUT);

        assertThat(goods.it().nextStep()).isEqualTo(NextStep.REPLACE);
        goods.it().settling().replaced(PARCEL, NEXT_MONDAY);

        assertThat(goods.it().nextStep()).isEqualTo(NextStep.AWAIT_GOODS);
        assertThat(goods.it().settling().awaitedCase()).isEqualTo(STOCK_OUT);
        assertThatThrownBy(() -> goods.it().close(units -> Money.cny("1"))).isInstanceOf(Conflict.class);
    }

    @Test
    void countAsReplacedAsFarAsTheyWereSentAndAsPaidBackForTheRest() {
        var goods = exchanged();
        goods.it().settling().await(part -> true, STOCK_OUT);

        goods.it().settling().parts().replaced(List.of(new LineQuantity(1, 2)));
        goods.it().settling().parts().go(Fate.AWAITS_GOODS, Fate.REFUNDED);

        assertThat(goods.fates()).containsExactlyInAnyOrder("1×2 REPLACED", "1×1 REFUNDED", "2×1 REFUNDED");
        assertThat(goods.it().settling().awaitedCase()).isNull();
        assertThat(goods.it().nextStep()).isEqualTo(NextStep.CLOSE);
        assertThat(goods.it().goneForGood()).containsExactly(new LineQuantity(1, 1), new LineQuantity(2, 1));
        assertThat(goods.it().close(units -> Money.cny(units.line() == 2 ? "900" : "50").times(units.quantity())))
                .isEqualTo(Outcome.REFUNDED);
    }

    @Test
    void ofPartsThatAreNotAlikeAreReplacedOneAfterTheOther() {
        var goods = askedFor(DEFECTIVE, EXCHANGE).inspected(accepted(1, 1), new Finding(1, 2, 0, GoodsCondition.USED, true, null));
        goods.it().settling().parts().go(part -> true, Fate.TO_REPLACE);
        goods.it().settling().await(part -> true, STOCK_OUT);

        goods.it().settling().parts().replaced(List.of(new LineQuantity(1, 1), new LineQuantity(1, 1)));
        goods.it().settling().parts().go(Fate.AWAITS_GOODS, Fate.REFUNDED);

        assertThat(goods.fates()).containsExactlyInAnyOrder("1×1 REPLACED", "1×1 REPLACED", "1×1 REFUNDED");
    }

    @Test
    void goHomeWhenTheCustomerWithdraws() {
        var goods = exchanged();
        goods.it().settling().await(part -> true, STOCK_OUT);

        assertThat(goods.it().withdraw(NEXT_MONDAY)).isTrue();

        assertThat(goods.fates()).containsExactly("1×3 TO_SEND_BACK", "2×1 TO_SEND_BACK");
        assertThat(goods.it().settling().awaitedCase()).isNull();
    }

    @Test
    void stayAwayWhenTheCustomerWithdrawsWhatNeverCameBack() {
        var goods = askedFor(MISSING_PARTS, RESEND).judged(allowedWithoutReturn(), allowedWithoutReturn()).approved();
        goods.it().settling().await(part -> true, STOCK_OUT);

        goods.it().withdraw(NEXT_MONDAY);

        assertThat(goods.fates()).isEmpty();
        assertThat(goods.it().nextStep()).isEqualTo(NextStep.CLOSE);
    }

    @Test
    void doNotHoldUpWhatIsToBeAgreed() {
        var goods = askedFor(DEFECTIVE, EXCHANGE).inspected(new Finding(1, 2, 0, GoodsCondition.USED, true, null), refused(2, 1));
        goods.it().settling().await(part -> true, STOCK_OUT);

        assertThat(goods.it().nextStep()).isEqualTo(NextStep.SETTLE);
    }

    private static Goods exchanged() {
        return askedFor(DEFECTIVE, EXCHANGE).inspected(new Finding(1, 3, 0, GoodsCondition.USED, true, null),
                new Finding(2, 1, 0, GoodsCondition.USED, true, null));
    }
}
