package dev.kefu.shipping;

import dev.kefu.shared.SearchKey;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import org.springframework.lang.Nullable;

/** What is written on a parcel, as people and couriers type it. */
final class Waybill {

    static final int LONGEST_COURIER = 60;
    static final int LONGEST_NUMBER = 64;

    private Waybill() {
    }

    /** @throws dev.kefu.shared.RuleViolation naming what can't be */
    static NewParcel checked(NewParcel told) {
        var found = new Violations();
        requireCourier(told.courier(), found);
        requireNumber(told.trackingNumber(), found);
        found.refuseIfAny();
        return new NewParcel(told.orderNumber(), told.leg(), told.purpose(), told.caseNumber(), Text.composed(told.courier()),
                Text.composed(told.trackingNumber()), told.lines(), told.sentAt());
    }

    static void requireCourier(@Nullable String courier, Violations found) {
        requireShort("courier", courier, LONGEST_COURIER, found);
    }

    static void requireNumber(@Nullable String number, Violations found) {
        if (requireShort("trackingNumber", number, LONGEST_NUMBER, found) && SearchKey.ofNumber(number) == null) {
            found.add("trackingNumber", "input", "trackingNumber has neither letters nor digits.");
        }
    }

    static boolean requireShort(String field, @Nullable String text, int longest, Violations found) {
        if (text == null || Text.isBlank(text)) {
            found.add(field, "input", field + " is needed.");
            return false;
        }
        if (Text.composed(text).length() > longest || !Text.isVisible(text.strip())) {
            found.add(field, "input", field + " has more than " + longest + " characters, or some that can't be shown.");
            return false;
        }
        return true;
    }
}
