package dev.kefu.shared;

/** What was asked contradicts what has already happened; nothing is stored (HTTP 409). */
public class Conflict extends RuntimeException {

    public Conflict(String message) {
        super(message);
    }
}
