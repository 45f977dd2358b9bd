package dev.kefu.mail;

/**
 * A mail that somebody has taken to send it.
 *
 * @param id       names it: what is sent a second time has the same name
 * @param attempt  which attempt it is, from 1
 * @param language of its words, ISO 639
 */
public record OutgoingMail(String id, int attempt, String language, String recipient, String subject, String body) {
}
