package dev.kefu.returns.domain;

/** Who bears the freight by the policy (RET-2); the shop also gives back what the customer paid for delivery. */
public enum FreightPayer {
    CUSTOMER, SHOP
}
