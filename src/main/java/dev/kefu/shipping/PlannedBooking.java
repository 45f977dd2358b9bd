package dev.kefu.shipping;

import dev.kefu.shared.CaseNumber;

/** A parcel that a courier's service was asked to take, or is about to be. */
public record PlannedBooking(String key, CaseNumber caseNumber, String orderNumber, Leg leg) {
}
