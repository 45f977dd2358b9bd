package dev.kefu.couriers;

/**
 * A courier as it is stored.
 *
 * @param version counts its changes; whoever changes it says which one they saw
 */
public record CourierView(String code, String nameZh, String nameEn, boolean isDefault, int preference,
        boolean freeOfDifference, boolean active, int version) {
}
