/**
 * The crash test: Kefu on PostgreSQL in processes of its own, beside a payment service in another one, works through many
 * returns while it is killed again and again; afterwards every case, every order and every payout must be in order. Run by
 * {@code crash-test/run}, not by Maven: it kills, and what it does takes its time.
 */
package dev.kefu.crash;
