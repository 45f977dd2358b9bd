package dev.kefu.parcels.domain;

/** Whose fault it is that a parcel was not delivered. */
public enum Fault {
    CUSTOMER, SHOP, COURIER, NOBODY
}
