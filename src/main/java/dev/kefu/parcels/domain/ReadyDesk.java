package dev.kefu.parcels.domain;

import dev.kefu.cases.CaseFiles;
import org.springframework.stereotype.Component;

/** Makes ready what comes next, so that it can be done: goods, days, money. What can't be made ready leads to another step. */
@Component
class ReadyDesk {

    private final ParcelTables tables;
    private final SendingDesk sending;
    private final MoneyDesk money;
    private final AgreementDesk agreements;
    private final ChaseDesk chase;
    private final CaseFiles cases;

    ReadyDesk(ParcelTables tables, SendingDesk sending, MoneyDesk money, AgreementDesk agreements, ChaseDesk chase, CaseFiles cases) {
        this.tables = tables;
        this.sending = sending;
        this.money = money;
        this.agreements = agreements;
        this.chase = chase;
        this.cases = cases;
    }

    /** The table {@code parcel-fault} is asked if cause or attempt have changed. */
    ParcelStep next(ParcelCase parcel) {
        if (parcel.failing().isToBeRuled() && parcel.outcome() == null) {
            parcel.ruled(tables.faultOf(parcel.cause(), parcel.failing().attempt()));
        }
        sending.noticeLoss(parcel);
        sending.letGoOfNeedless(parcel);
        var step = parcel.nextStep();
        prepare(parcel, step);
        while (parcel.nextStep() != step) {
            step = parcel.nextStep();
            prepare(parcel, step);
        }
        if (step != ParcelStep.AGREE) {
            parcel.contacting().noLongerHeld();
        }
        return step;
    }

    private void prepare(ParcelCase parcel, ParcelStep step) {
        switch (step) {
            case AWAIT_GOODS -> sending.secureGoods(parcel);
            case BOOK -> sending.leaveToClerksWithoutService(parcel);
            case REFUND -> money.giveUpIfWorthless(parcel);
            case AGREE -> agreements.prepare(parcel);
            case CHASE -> chase.begin(parcel);
            default -> { }
        }
    }

    /** Whether the courier has to answer for the parcel from now on. */
    boolean isClaimDue(ParcelCase parcel) {
        var isDue = parcel.becomesCouriersBusiness();
        if (isDue) {
            cases.recordFact(parcel.number(), "CLAIM_OPENED", null);
        }
        return isDue;
    }
}
