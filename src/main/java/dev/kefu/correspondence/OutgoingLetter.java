package dev.kefu.correspondence;

/**
 * A letter that somebody has taken to send it.
 *
 * @param attempt which attempt it is, from 1
 */
record OutgoingLetter(String id, int attempt, String language, String recipient, String subject, String body) {
}
