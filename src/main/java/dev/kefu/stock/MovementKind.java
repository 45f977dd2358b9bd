package dev.kefu.stock;

/** Why an article's stock changed. */
enum MovementKind {
    COUNTED, ARRIVED, RESERVED, RELEASED, TAKEN, RESTOCKED, WRITTEN_OFF
}
