package dev.kefu.stockouts.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Decisions;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What customers say about a delay, and what their silence means (STK-4 to STK-6): the last word counts, all are kept. */
@Component
class ReplyDesk {

    static final String TABLE = "delay-consent";

    private enum Then {
        WAIT, REFUND, ASK
    }

    private final DispatchDesk dispatch;
    private final SubstituteDesk substitutes;
    private final Decisions decisions;
    private final CaseFiles cases;
    private final Actors actors;
    private final Clock clock;

    ReplyDesk(DispatchDesk dispatch, SubstituteDesk substitutes, Decisions decisions, CaseFiles cases, Actors actors,
            Clock clock) {
        this.dispatch = dispatch;
        this.substitutes = substitutes;
        this.decisions = decisions;
        this.cases = cases;
        this.actors = actors;
        this.clock = clock;
    }

    /** An agent asked, and this is what came of it. */
    void answer(StockOutCase goods, Answer answer, @Nullable String substituteSku) {
        if (answer == Answer.NO_ANSWER && !goods.question().isOver(clock.instant())) {
            keep(goods, answer, substituteSku);
            goods.decideAnew();
            goods.question().tryAgain(dispatch.nextTry());
        } else {
            reply(goods, answer, substituteSku);
        }
    }

    /** The customer said something by themselves. */
    void told(StockOutCase goods, Answer answer, @Nullable String substituteSku) {
        if (answer == Answer.NO_ANSWER) {
            throw new RuleViolation("answer", "STK-6", "A reply says something; silence is decided by the calendar.");
        }
        reply(goods, answer, substituteSku);
    }

    /** Nobody answered in time. */
    void silence(StockOutCase goods) {
        cases.recordFact(goods.number(), "CUSTOMER_SILENT", null);
        reply(goods, Answer.NO_ANSWER, null);
    }

    private void reply(StockOutCase goods, Answer answer, @Nullable String substituteSku) {
        keep(goods, answer, substituteSku);
        goods.decideAnew();
        if (goods.parts().has(PartFate.CANCELLED)) {
            replyAboutMoney(goods, answer);
        } else if (!goods.parts().hasOpen() && goods.substitution().isOwed()) {
            replyAboutDifference(goods, answer);
        } else {
            switch (consent(goods, answer)) {
                case REFUND -> goods.wantRefund(actors.current());
                case ASK -> askAgain(goods);
                case WAIT -> goOn(goods, answer, substituteSku);
            }
        }
    }

    private void goOn(StockOutCase goods, Answer answer, @Nullable String substituteSku) {
        switch (answer) {
            case SUBSTITUTE -> {
                substitutes.take(goods, substituteSku);
                dispatch.promiseAnew(goods);
            }
            case SHIP_REST -> {
                if (dispatch.standingOf(goods).reserved().isEmpty()) {
                    throw new RuleViolation("answer", "STK-6", "Nothing of it is there yet that could be sent first.");
                }
                goods.parts().wantRestFirst();
            }
            case WAIT -> {
                if (goods.substitution().sku() != null) {
                    goods.wantItself();
                    dispatch.promiseAnew(goods);
                }
            }
            case NO_ANSWER, REFUND -> { }
        }
        goods.keep();
    }

    /** The goods are cancelled and their money could not be paid: nothing else is left to want. */
    private void replyAboutMoney(StockOutCase goods, Answer answer) {
        switch (answer) {
            case REFUND -> goods.repayAgain();
            case NO_ANSWER -> askAgain(goods);
            case WAIT, SUBSTITUTE, SHIP_REST -> throw new RuleViolation("answer", "STK-5",
                    "The goods are cancelled, and others may have them; only the money can still go back.");
        }
    }

    /** All has left, and what the other article costs less is still open. Nobody loses money by saying nothing. */
    private void replyAboutDifference(StockOutCase goods, Answer answer) {
        switch (answer) {
            case REFUND, NO_ANSWER -> {
                if (goods.substitution().isDifference(DifferenceState.ORDERED)) {
                    goods.repayAgain();
                } else {
                    goods.wantRefund(actors.current());
                }
            }
            case WAIT -> {
                goods.substitution().difference(DifferenceState.WAIVED);
                goods.keep();
            }
            case SUBSTITUTE, SHIP_REST -> throw new RuleViolation("answer", "STK-6",
                    "All goods have left; only the money that the other article costs less is still open.");
        }
    }

    private void askAgain(StockOutCase goods) {
        var told = goods.question().told();
        goods.question().answered();
        goods.question().insist(told);
    }

    private Then consent(StockOutCase goods, Answer answer) {
        var inputs = new HashMap<String, Object>();
        inputs.put("delay", goods.promised().delay().name());
        inputs.put("delayDays", goods.promised().delayDays());
        inputs.put("answer", answer.name());
        return decisions.ask(TABLE, inputs).choice("then", Then.class);
    }

    private void keep(StockOutCase goods, Answer answer, @Nullable String substituteSku) {
        if (answer != Answer.SUBSTITUTE && substituteSku != null) {
            throw new RuleViolation("substituteSku", "STK-6", "Another article is only for a customer who takes one; leave it empty.");
        }
        goods.question().noted(answer, substituteSku, actors.current(), clock.instant());
        cases.recordFact(goods.number(), "CUSTOMER_ANSWERED_" + answer, substituteSku);
    }
}
