package dev.kefu.orders;

/** What became of a parcel to the customer, as couriers report it. */
public enum ShipmentFate {
    UNDER_WAY, DELIVERED,
    /** Back with the shop: its units count as not shipped. */
    RETURNED,
    /** Lost, or damaged so that it can't be handed over: its units count as not shipped. */
    LOST;

    boolean isBack() {
        return this == RETURNED || this == LOST;
    }
}
