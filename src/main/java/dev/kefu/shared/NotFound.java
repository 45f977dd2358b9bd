package dev.kefu.shared;

/** There is no such thing, or none that the caller may know of (HTTP 404). */
public class NotFound extends RuntimeException {

    public NotFound(String message) {
        super(message);
    }
}
