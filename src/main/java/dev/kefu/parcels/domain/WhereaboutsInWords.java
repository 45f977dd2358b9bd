package dev.kefu.parcels.domain;

import dev.kefu.shipping.ParcelView;

/** Where a parcel is, in a sentence for people. */
final class WhereaboutsInWords {

    private WhereaboutsInWords() {
    }

    /** "The courier failed to deliver it 2 times and still has it." */
    static String of(ParcelView parcel) {
        return switch (parcel.state()) {
            case ANNOUNCED -> "The courier has reported nothing of it yet.";
            case UNDER_WAY -> "The courier has it, and it is under way.";
            case FAILED_ATTEMPT -> "The courier failed to deliver it; failed attempts: " + parcel.failedAttempts() + ".";
            case DELIVERED -> "The courier says that it was delivered.";
            case RETURNING -> "It is on its way back to who sent it.";
            case RETURNED -> "It is back with who sent it.";
            case LOST -> "The courier has lost it.";
            case DAMAGED -> "The courier has damaged it.";
        };
    }
}
