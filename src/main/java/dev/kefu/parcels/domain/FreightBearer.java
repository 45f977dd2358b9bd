package dev.kefu.parcels.domain;

/** Who pays for sending the goods once more (PAR-6). */
public enum FreightBearer {
    CUSTOMER, SHOP
}
