package dev.kefu.parcels.domain;

import java.util.Locale;

/** Why a parcel could not be delivered (PAR-1); an input of the tables {@code parcel-fault} and {@code parcel-hold}. */
public enum ParcelCause {
    ADDRESS_UNCLEAR, OUT_OF_AREA, COURIER_FAULT, REFUSED, UNREACHABLE, LOST, DAMAGED;

    /** Whether these goods can't go out again, wherever the parcel is. */
    boolean needsOtherGoods() {
        return this == LOST || this == DAMAGED;
    }

    /** "Address unclear". */
    String inWords() {
        var words = name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
