package dev.kefu.models;

/** The rectangle that a shape, a label or a piece of a flow covers. */
record Box(double x, double y, double width, double height) {

    static Box of(Xml bounds) {
        return new Box(bounds.number("x"), bounds.number("y"), bounds.number("width"), bounds.number("height"));
    }

    boolean touches(Box other) {
        return x < other.x + other.width && other.x < x + width
            && y < other.y + other.height && other.y < y + height;
    }

    boolean holds(Box other) {
        return x <= other.x && other.x + other.width <= x + width && y <= other.y && other.y + other.height <= y + height;
    }

    /** Whether the middle of the other one is on the lower edge of this one, between its corners. */
    boolean carries(Box other) {
        var middle = other.x + other.width / 2;
        return Math.abs(other.y + other.height / 2 - (y + height)) < 1 && middle > x && middle < x + width;
    }
}
