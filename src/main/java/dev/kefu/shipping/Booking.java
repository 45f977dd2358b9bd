package dev.kefu.shipping;

import dev.kefu.customers.Contact;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import java.util.List;

/**
 * A parcel that a courier's service is asked to take.
 *
 * @param key     makes the booking one, however often it is asked: the case's number and the number of the try
 * @param courier its code
 * @param other   whoever is at the other end, not the shop
 */
public record Booking(String key, CaseNumber caseNumber, String orderNumber, Leg leg, ParcelPurpose purpose, String courier,
        Contact other, List<LineQuantity> lines, int weightGrams) {
}
