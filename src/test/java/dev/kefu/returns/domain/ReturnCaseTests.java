package dev.kefu.returns.domain;

import static dev.kefu.returns.domain.Goods.BY_CUSTOMER;
import static dev.kefu.returns.domain.Goods.COLLECTED;
import static dev.kefu.returns.domain.Goods.MONDAY;
import static dev.kefu.returns.domain.Goods.NEXT_MONDAY;
import static dev.kefu.returns.domain.Goods.PARCEL;
import static dev.kefu.returns.domain.Goods.accepted;
import static dev.kefu.returns.domain.Goods.allowed;
import static dev.kefu.returns.domain.Goods.allowedWithoutReturn;
import static dev.kefu.returns.domain.Goods.askedFor;
import static dev.kefu.returns.domain.Goods.refused;
import static dev.kefu.returns.domain.Reason.CHANGED_MIND;
import static dev.kefu.returns.domain.Reason.DEFECTIVE;
import static dev.kefu.returns.domain.Reason.MISSING_PARTS;
import static dev.kefu.returns.domain.Resolution.EXCHANGE;
import static dev.kefu.returns.domain.Resolution.REFUND;
import static dev.kefu.returns.domain.Resolution.REPAIR;
import static dev.kefu.returns.domain.Resolution.RESEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may happen to a return, and what it becomes of it (RET-1, RET-2, RET-8). */
class ReturnCaseTests {

    private static final CaseNumber LATE = CaseNumber.of("KF-2026-000043");

    @Test
    void isNotApprovedWhileOneLineIsOutsideThePolicy() {
        var goods = askedFor(CHANGED_MIND, REFUND).judged(allowed(), refused()).it();

        assertThatThrownBy(() -> goods.review(ReviewDecision.APPROVE, null, "returns"))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("line 2").hasMessageNotContaining("line 1:");

        goods.review(ReviewDecision.REJECT, "Too late", "returns");
    }

    @ParameterizedTest
    @EnumSource(value = ReviewDecision.class, names = "APPROVE", mode = EnumSource.Mode.EXCLUDE)
    void needsANoteForAnythingButApproval(ReviewDecision decision) {
        var goods = askedFor(CHANGED_MIND, REFUND).judged(allowed(), refused()).it();

        assertThatThrownBy(() -> goods.review(decision, null, "returns")).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.violations()).extracting("field").containsExactly("note"));
    }

    @Test
    void asksForNoExceptionWhereThePolicyAllowsTheReturn() {
        var goods = askedFor(CHANGED_MIND, REFUND).judged(allowed(), allowed()).it();

        assertThatThrownBy(() -> goods.review(ReviewDecision.EXCEPTION, "Please", "returns"))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("needs no exception");
    }

    @Test
    void isLetInByAnExceptionAndOnlyOnceThatIsDecided() {
        var goods = askedFor(CHANGED_MIND, REFUND).judged(allowed(), refused()).it();
        goods.review(ReviewDecision.EXCEPTION, "A good customer", "returns");

        assertThatThrownBy(() -> goods.approve("returns", MONDAY)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> goods.review(ReviewDecision.REJECT, "No", "returns")).isInstanceOf(Conflict.class);
        goods.decideException(true, MONDAY);
        goods.approve("supervisor", MONDAY);

        assertThat(goods.status()).isEqualTo(ReturnStatus.APPROVED);
        assertThat(goods.asked().lines().get(1).isByException()).isFalse();
        assertThat(goods.asked().lines().get(2).isByException()).isTrue();
        assertThat(goods.asked().isWithinPolicy()).isFalse();
        assertThat(goods.review().exception()).isEqualTo(ExceptionRequest.GRANTED);
    }

    @Test
    void staysOutWhereTheExceptionIsNotGranted() {
        var goods = askedFor(CHANGED_MIND, REFUND).judged(allowed(), refused()).it();
        goods.review(ReviewDecision.EXCEPTION, "Please", "returns");

        goods.decideException(false, MONDAY);
        goods.reject();

        assertThat(goods.asked().lines().get(2).isByException()).isFalse();
        assertThat(goods.nextStep()).isEqualTo(NextStep.CLOSE);
        assertThatThrownBy(() -> goods.decideException(true, MONDAY)).isInstanceOf(Conflict.class);
    }

    @Test
    void keepsItsRmaWhenApprovedAgain() {
        var goods = askedFor(CHANGED_MIND, REFUND).approved().it();

        assertThat(goods.approve("returns", MONDAY)).isFalse();

        assertThat(goods.rma()).isEqualTo("RMA-2026-000042");
    }

    @ParameterizedTest
    @CsvSource({"REFUND, TO_REFUND", "RESEND, TO_REPLACE", "EXCHANGE, TO_REPLACE"})
    void leavesTheGoodsWhereTheyAreWhereThePolicyAsksForNoInspection(Resolution wish, Fate fate) {
        var goods = askedFor(MISSING_PARTS, wish).judged(allowedWithoutReturn(), allowedWithoutReturn()).approved();

        assertThat(goods.it().whereabouts()).isEqualTo(Whereabouts.STAY);
        assertThat(goods.fates()).containsExactly("1×3 " + fate, "2×1 " + fate);
        assertThat(goods.it().amountDecidedBy()).isEqualTo("returns");
    }

    @Test
    void wantsTheGoodsBackWhereOneLineMustBeInspectedOrRepaired() {
        assertThat(askedFor(DEFECTIVE, REFUND).judged(allowed(), allowedWithoutReturn()).approved().it().whereabouts())
                .isEqualTo(Whereabouts.WITH_CUSTOMER);
        assertThat(askedFor(DEFECTIVE, REPAIR).judged(allowedWithoutReturn(), allowedWithoutReturn()).approved().it()
                .whereabouts()).isEqualTo(Whereabouts.WITH_CUSTOMER);
    }

    @Test
    void takesNoGoodsThatWereNotApproved() {
        var goods = askedFor(CHANGED_MIND, REFUND).judged(allowed(), allowed());

        assertThatThrownBy(() -> goods.it().arrive()).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> goods.found(accepted(1, 1))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> goods.it().sendBy(COLLECTED, MONDAY, NEXT_MONDAY)).isInstanceOf(Conflict.class);
    }

    @Test
    void isNotTurnedDownOnceItIsApproved() {
        assertThatThrownBy(() -> askedFor(CHANGED_MIND, REFUND).approved().it().reject()).isInstanceOf(Conflict.class);
    }

    @Test
    void countsTheDaysAnewWhenTheCustomerHasSentTheGoods() {
        var goods = askedFor(CHANGED_MIND, REFUND).onTheWay(BY_CUSTOMER).it();
        goods.remind(NEXT_MONDAY.plusSeconds(1));

        goods.sentByCustomer(PARCEL, NEXT_MONDAY, NEXT_MONDAY.plusSeconds(2));
        goods.sentByCustomer(PARCEL, NEXT_MONDAY, NEXT_MONDAY.plusSeconds(3));

        assertThat(goods.journey().isReminded()).isFalse();
        assertThat(goods.journey().waitsSince()).isEqualTo(NEXT_MONDAY);
        assertThat(goods.journey().deadline()).isEqualTo(NEXT_MONDAY.plusSeconds(2));
        assertThat(goods.journey().sent()).isEqualTo(PARCEL);
    }

    @Test
    void expiresOnlyWhileItIsOnItsWay() {
        var goods = askedFor(CHANGED_MIND, REFUND).onTheWay(BY_CUSTOMER).it();

        assertThat(goods.expire()).isTrue();
        assertThat(goods.expire()).isFalse();

        assertThat(goods.close(units -> Money.cny("1"))).isEqualTo(Outcome.EXPIRED);
        assertThatThrownBy(() -> askedFor(CHANGED_MIND, REFUND).arrived().it().expire()).isInstanceOf(Conflict.class);
        assertThatThrownBy(goods::arrive).isInstanceOf(Conflict.class);
    }

    @Test
    void isWithdrawnAtOnceWhileNothingWasSent() {
        for (var goods : List.of(askedFor(CHANGED_MIND, REFUND), askedFor(CHANGED_MIND, REFUND).approved(),
                askedFor(CHANGED_MIND, REFUND).onTheWay(BY_CUSTOMER))) {

            assertThat(goods.it().withdraw(NEXT_MONDAY)).isTrue();
            assertThat(goods.it().withdraw(NEXT_MONDAY)).isFalse();

            assertThat(goods.it().nextStep()).isEqualTo(NextStep.CLOSE);
            assertThat(goods.it().close(units -> Money.cny("1"))).isEqualTo(Outcome.WITHDRAWN);
        }
    }

    @Test
    void waitsForTheParcelThatIsOnItsWayWhenItIsWithdrawn() {
        var goods = askedFor(CHANGED_MIND, REFUND).onTheWay(COLLECTED);

        goods.it().withdraw(NEXT_MONDAY);

        assertThat(goods.it().nextStep()).isEqualTo(NextStep.AWAIT_PARCEL);
        assertThat(goods.it().journey().deadline()).isEqualTo(NEXT_MONDAY);
        goods.it().arriveWithdrawn();
        goods.it().arriveWithdrawn();
        assertThat(goods.fates()).containsExactly("1×3 TO_SEND_BACK", "2×1 TO_SEND_BACK");
        goods.it().settling().sentBack(PARCEL, MONDAY);
        assertThat(goods.it().close(units -> Money.cny("1"))).isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void waitsForTheParcelThatTheCustomerSentBeforeWithdrawing() {
        var goods = askedFor(CHANGED_MIND, REFUND).onTheWay(BY_CUSTOMER).it();
        goods.sentByCustomer(PARCEL, MONDAY, NEXT_MONDAY);

        goods.withdraw(NEXT_MONDAY);

        assertThat(goods.nextStep()).isEqualTo(NextStep.AWAIT_PARCEL);
        goods.neverCame();
        goods.neverCame();
        assertThat(goods.close(units -> Money.cny("1"))).isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void sendsBackWhatIsHereWhenItIsWithdrawn() {
        var unopened = askedFor(CHANGED_MIND, REFUND).arrived();
        var opened = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 1), refused(1, 1));

        unopened.it().withdraw(NEXT_MONDAY);
        opened.it().withdraw(NEXT_MONDAY);

        assertThat(unopened.fates()).containsExactly("1×3 TO_SEND_BACK", "2×1 TO_SEND_BACK");
        assertThat(opened.fates()).containsExactly("1×1 TO_SEND_BACK", "1×1 TO_SEND_BACK");
        assertThat(opened.it().nextStep()).isEqualTo(NextStep.SEND_BACK);
    }

    @Test
    void isClosedAtOnceWhereNothingArrivedAndItIsWithdrawn() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 0)).it();

        goods.withdraw(NEXT_MONDAY);

        assertThat(goods.nextStep()).isEqualTo(NextStep.CLOSE);
    }

    @Test
    void leavesTheCustomerWhatNeverCameBackWhenItIsWithdrawn() {
        var goods = askedFor(MISSING_PARTS, RESEND).judged(allowedWithoutReturn(), allowedWithoutReturn()).approved();

        goods.it().withdraw(NEXT_MONDAY);

        assertThat(goods.fates()).isEmpty();
        assertThat(goods.it().goneForGood()).isEmpty();
        assertThat(goods.it().nextStep()).isEqualTo(NextStep.CLOSE);
    }

    @Test
    void isNotWithdrawnOnceTheRefundIsOrderedUnlessItWasRefused() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 1)).it();
        goods.settling().orderRefund();

        assertThatThrownBy(() -> goods.withdraw(NEXT_MONDAY)).isInstanceOf(Conflict.class).hasMessageContaining("refund");
        goods.settling().refundNotPaid();
        goods.withdraw(NEXT_MONDAY);

        assertThat(goods.nextStep()).isEqualTo(NextStep.SEND_BACK);
    }

    @Test
    void isNotWithdrawnAfterTheMoneyWentBackNorWhenItIsOver() {
        var paid = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 1)).it();
        paid.settling().orderRefund();
        paid.settling().refunded();
        var rejected = askedFor(CHANGED_MIND, REFUND).it();
        rejected.reject();

        assertThatThrownBy(() -> paid.withdraw(NEXT_MONDAY)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> rejected.withdraw(NEXT_MONDAY)).isInstanceOf(Conflict.class);
    }

    @Test
    void opensOneCaseForAParcelThatComesAfterTheEnd() {
        var expired = askedFor(CHANGED_MIND, EXCHANGE).onTheWay(BY_CUSTOMER).it();
        expired.expire();

        var late = expired.followedBy(LATE);

        assertThat(late.requestedAt()).isEqualTo(MONDAY);
        assertThat(late.asked().request().resolution()).isEqualTo(EXCHANGE);
        assertThat(late.asked().quantities()).isEqualTo(expired.asked().quantities());
        assertThat(late.asked().isWithinPolicy()).as("not judged yet").isTrue();
        assertThatThrownBy(() -> expired.followedBy(CaseNumber.of("KF-2026-000044")))
                .isInstanceOf(Conflict.class).hasMessageContaining("KF-2026-000043");
    }

    @Test
    void takesNoLateParcelOfGoodsThatWereHereOrAreStillExpected() {
        var sentBack = askedFor(CHANGED_MIND, REFUND).arrived().it();
        sentBack.withdraw(NEXT_MONDAY);
        sentBack.settling().sentBack(PARCEL, MONDAY);
        sentBack.close(units -> Money.cny("1"));

        assertThatThrownBy(() -> sentBack.followedBy(LATE)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> askedFor(CHANGED_MIND, REFUND).onTheWay(COLLECTED).it().followedBy(LATE))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void inspectsALateParcelAtOnceOrSendsItBack() {
        var approved = late(goods -> goods.approve("returns", MONDAY));
        var rejected = late(ReturnCase::reject);
        var withdrawn = late(goods -> goods.withdraw(NEXT_MONDAY));

        assertThat(approved.whereabouts()).isEqualTo(Whereabouts.HERE);
        assertThat(approved.status()).isEqualTo(ReturnStatus.ARRIVED);
        assertThat(rejected.nextStep()).isEqualTo(NextStep.SEND_BACK);
        rejected.settling().sentBack(PARCEL, MONDAY);
        assertThat(rejected.close(units -> Money.cny("1"))).isEqualTo(Outcome.SENT_BACK);
        assertThat(withdrawn.nextStep()).isEqualTo(NextStep.SEND_BACK);
    }

    @Test
    void keepsTheOrderOfALateParcel() {
        var goods = late(each -> { });

        assertThatThrownBy(() -> goods.correct(Goods.request(CHANGED_MIND, REFUND, "SO-2")))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("SO-1");
    }

    @Test
    void isNotClosedWhileSomethingIsLeftToDo() {
        var goods = askedFor(CHANGED_MIND, REFUND).inspected(accepted(1, 1)).it();

        assertThatThrownBy(() -> goods.close(units -> Money.cny("1"))).isInstanceOf(Conflict.class);
        goods.settling().orderRefund();
        assertThatThrownBy(() -> goods.close(units -> Money.cny("1"))).isInstanceOf(Conflict.class);
        goods.settling().refunded();

        assertThat(goods.close(units -> Money.cny("1"))).isEqualTo(Outcome.REFUNDED);
        assertThat(goods.close(units -> Money.cny("1"))).isEqualTo(Outcome.REFUNDED);
        assertThat(goods.goneForGood()).containsExactly(new LineQuantity(1, 1));
    }

    @Test
    void staysAsItEndedWhenItIsStopped() {
        var over = askedFor(CHANGED_MIND, REFUND).it();
        over.reject();
        var open = askedFor(CHANGED_MIND, REFUND).it();

        over.abort();
        open.abort();

        assertThat(over.status()).isEqualTo(ReturnStatus.REJECTED);
        assertThat(open.status()).isEqualTo(ReturnStatus.ABORTED);
    }

    private static ReturnCase late(Consumer<ReturnCase> then) {
        var expired = askedFor(CHANGED_MIND, REFUND).onTheWay(BY_CUSTOMER).it();
        expired.expire();
        var late = expired.followedBy(LATE);
        then.accept(late);
        return late;
    }
}
