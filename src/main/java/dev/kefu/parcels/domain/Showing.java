package dev.kefu.parcels.domain;

import dev.kefu.shared.Text;
import dev.kefu.workflow.ProcessVariable;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads together what people and timers need of a parcel's case. */
@Component
class Showing {

    private static final Set<ParcelStep> WITH_QUOTES = EnumSet.of(ParcelStep.AGREE, ParcelStep.DECIDE, ParcelStep.RESHIP);

    private final AgreementDesk agreements;
    private final ChaseDesk chase;

    Showing(AgreementDesk agreements, ChaseDesk chase) {
        this.agreements = agreements;
        this.chase = chase;
    }

    Shown of(ParcelCase parcel) {
        var contacting = parcel.contacting();
        var sending = parcel.sending();
        return new Shown(parcel.orderNumber(), GoodsOfParcel.withLines(parcel),
                "%s: parcel %s of %s.".formatted(parcel.cause().inWords(), parcel.trackingNumber(), parcel.courier()),
                shortened(agreements.situation(parcel)), WITH_QUOTES.contains(parcel.nextStep()) ? agreements.quotes(parcel) : null,
                parcel.freight().isSurchargeDue() ? shortened(agreements.surchargeInWords(parcel)) : null,
                parcel.chase().isForLeaders(), parcel.chase().nextAt(), chase.nextOfficeDay(),
                sending.isAwaited() ? chase.escalationAfter(sending.deliveryDue()) : parcel.chase().escalatesAt(),
                contacting.holdUntil(), contacting.nextTryAt(), sending.deliveryDue());
    }

    private static String shortened(String text) {
        return Text.shortened(text, ProcessVariable.LONGEST_TEXT);
    }
}
