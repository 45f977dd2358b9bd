package dev.kefu.shared;

/** What is needed can't be reached right now; nothing is stored, and the same call may be sent again (HTTP 503). */
public class Unavailable extends RuntimeException {

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
