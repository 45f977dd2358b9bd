package dev.kefu.returns.domain;

/** A parcel, as its courier knows it. */
record Parcel(String courier, String trackingNumber) {

    @Override
    public String toString() {
        return courier + " " + trackingNumber;
    }
}
