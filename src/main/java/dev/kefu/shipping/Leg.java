package dev.kefu.shipping;

/** Which way a parcel goes. */
public enum Leg {
    TO_CUSTOMER, TO_SHOP
}
