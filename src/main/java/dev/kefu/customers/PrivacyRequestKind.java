package dev.kefu.customers;

/** What is asked about a customer's data. */
public enum PrivacyRequestKind {
    EXPORT, ERASURE
}
