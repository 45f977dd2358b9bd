package dev.kefu.orders;

/** By what an order was found, what tells most about it first. */
public enum FoundBy {
    ORDER_NUMBER, RMA, CASE_NUMBER, TRACKING_NUMBER, PHONE, NAME
}
