package dev.kefu.couriers;

/**
 * Who carries a parcel.
 *
 * @param why in words for people: what the table {@code courier-choice} said, and what coverage made of it
 */
public record CourierChoice(CourierQuote quote, String why) {
}
