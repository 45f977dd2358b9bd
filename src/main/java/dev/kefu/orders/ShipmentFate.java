package dev.kefu.orders;

/** What became of a parcel to the customer, as couriers report it. */
public enum ShipmentFate {
    UNDER_WAY, DELIVERED,
    /** Back with the shop, or lost: its units count as not shipped. */
    RETURNED, LOST
}
