package dev.kefu.parcels.domain;

/**
 * What comes next for a parcel, from how it stands; whoever told what in which order, it is decided here and nowhere else
 * (ADR 0044). Changes nothing.
 */
final class NextStep {

    private NextStep() {
    }

    static ParcelStep of(ParcelCase parcel) {
        if (parcel.outcome() != null) {
            return parcel.home().areHere() ? ParcelStep.INSPECT : ParcelStep.DONE;
        }
        if (parcel.home().earlierCase() != null) {
            return parcel.home().areHere() ? ParcelStep.INSPECT : ParcelStep.CLOSE;
        }
        if (parcel.decided().is(Course.REJECT)) {
            return ParcelStep.CLOSE;
        }
        if (parcel.sending().stockOut().isPresent()) {
            return ParcelStep.AWAIT_GOODS;
        }
        if (parcel.freight().isReturnRefused()) {
            return ParcelStep.DECIDE;
        }
        if (parcel.is(Whereabouts.DELIVERED) || parcel.refunding().areGoodsPaid() || parcel.decided().is(Course.ABANDON)) {
            return parcel.freight().isSurchargeOwed() ? ParcelStep.REFUND : ParcelStep.CLOSE;
        }
        if (parcel.isToShop()) {
            return parcel.is(Whereabouts.WITH_COURIER) ? ParcelStep.CHASE : ParcelStep.CLOSE;
        }
        if (parcel.sending().isAwaited()) {
            return ParcelStep.AWAIT_DELIVERY;
        }
        return switch (parcel.decided().course()) {
            case RESHIP -> ofReshipping(parcel);
            case REFUND -> ofRefunding(parcel);
            default -> ofUndecided(parcel);
        };
    }

    private static ParcelStep ofUndecided(ParcelCase parcel) {
        if (parcel.decided().isForSupervisor()) {
            return ParcelStep.DECIDE;
        }
        return parcel.decided().isBackToAgent() || !parcel.is(Whereabouts.WITH_COURIER) ? ParcelStep.AGREE : ParcelStep.CHASE;
    }

    /** Nothing goes out before its surcharge is agreed and paid, whoever decided that it goes (SHP-4). */
    private static ParcelStep ofReshipping(ParcelCase parcel) {
        if (parcel.freight().isSurchargeDue()) {
            return ParcelStep.AGREE;
        }
        if (parcel.is(Whereabouts.WITH_COURIER)) {
            return ParcelStep.CHASE;
        }
        if (parcel.needsOtherGoods() && !parcel.sending().areGoodsReserved()) {
            return ParcelStep.AWAIT_GOODS;
        }
        return parcel.sending().isByHand() ? ParcelStep.RESHIP : ParcelStep.BOOK;
    }

    /** A refused parcel is looked at before anything is paid back. */
    private static ParcelStep ofRefunding(ParcelCase parcel) {
        if (parcel.cause() == ParcelCause.REFUSED && !parcel.home().areInspected() && !parcel.is(Whereabouts.LOST)) {
            return parcel.is(Whereabouts.WITH_COURIER) ? ParcelStep.CHASE : ParcelStep.INSPECT;
        }
        return ParcelStep.REFUND;
    }
}
