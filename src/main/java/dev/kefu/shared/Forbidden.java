package dev.kefu.shared;

/** The caller is known, and may not do this (HTTP 403). */
public class Forbidden extends RuntimeException {

    public Forbidden(String message) {
        super(message);
    }
}
