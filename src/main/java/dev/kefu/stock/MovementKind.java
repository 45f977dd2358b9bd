package dev.kefu.stock;

/** Why an article's stock changed. */
enum MovementKind {
    COUNTED, ARRIVED, RESERVED, RELEASED,
    /** Was promised, and a count did not find it. */
    LOST,
    TAKEN, RESTOCKED, WRITTEN_OFF
}
