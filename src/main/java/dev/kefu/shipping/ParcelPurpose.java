package dev.kefu.shipping;

/** Why a parcel travels. */
public enum ParcelPurpose {
    /** What was ordered, as the shop or the warehouse sent it. */
    ORDER,
    /** The same goods once more, after they could not be delivered (PAR-4). */
    RESHIPMENT,
    /** Other goods for what came back in a return (RET-5). */
    REPLACEMENT,
    /** The customer's own goods, repaired or refused. */
    SENT_BACK,
    /** What a customer sends to the shop (RET-3). */
    RETURN;

    /** Whether its units are those that the order still owed; what replaces returned goods was sent once before. */
    boolean isOfWhatWasBought() {
        return this == ORDER || this == RESHIPMENT;
    }
}
