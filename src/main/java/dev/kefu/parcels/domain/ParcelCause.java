package dev.kefu.parcels.domain;

/** Why a parcel could not be delivered (PAR-1); an input of the tables {@code parcel-fault} and {@code parcel-hold}. */
public enum ParcelCause {
    ADDRESS_UNCLEAR, OUT_OF_AREA, COURIER_FAULT, REFUSED, UNREACHABLE, LOST, DAMAGED;

    /** Whether these goods can't go out again, wherever the parcel is. */
    boolean needsOtherGoods() {
        return this == LOST || this == DAMAGED;
    }

    /** As the form says it that reports it. */
    String inWords() {
        return switch (this) {
            case ADDRESS_UNCLEAR -> "Address unclear";
            case OUT_OF_AREA -> "Out of the courier's area";
            case COURIER_FAULT -> "Courier's fault";
            case REFUSED -> "Refused by the customer";
            case UNREACHABLE -> "Customer not reached";
            case LOST -> "Lost";
            case DAMAGED -> "Damaged";
        };
    }
}
