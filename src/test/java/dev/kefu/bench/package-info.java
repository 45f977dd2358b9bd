/**
 * What Kefu costs and how fast it is, on a real PostgreSQL that syncs to disk. Run by {@code mvn -Pbench verify}, never
 * in an everyday build. Cases per second vary with the machine; rows, transactions and bytes don't.
 */
package dev.kefu.bench;
