package dev.kefu.couriers;

import dev.kefu.shared.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A courier, and how the department stands with it (SHP-2). */
@Entity
@Table(name = "courier")
class Courier {

    @Id
    private String code;
    private String nameZh;
    private String nameEn;
    @Column(name = "is_default")
    private boolean usedByDefault;
    private int preference;
    private boolean freeOfDifference;
    @Column(name = "is_active")
    private boolean active;
    @Version
    private Integer version;

    protected Courier() {
    }

    /** A courier that the department begins to work with. */
    static Courier introduced(CourierDraft draft) {
        var courier = new Courier();
        courier.code = draft.code();
        courier.described(draft);
        return courier;
    }

    void described(CourierDraft draft) {
        nameZh = draft.nameZh();
        nameEn = draft.nameEn();
        usedByDefault = draft.isDefault();
        preference = draft.preference();
        freeOfDifference = draft.freeOfDifference();
        active = draft.active();
    }

    /** @throws Conflict if somebody changed it since */
    void requireVersion(int seen) {
        if (seen != version) {
            throw new Conflict("Somebody changed courier %s meanwhile. Read it again.".formatted(code));
        }
    }

    boolean isCalled(String key) {
        return key.equals(Names.ofCourier(code)) || key.equals(Names.ofCourier(nameZh)) || key.equals(Names.ofCourier(nameEn));
    }

    String code() {
        return code;
    }

    boolean isUsedByDefault() {
        return usedByDefault;
    }

    boolean isFreeOfDifference() {
        return freeOfDifference;
    }

    boolean isActive() {
        return active;
    }

    int preference() {
        return preference;
    }

    String nameZh() {
        return nameZh;
    }

    CourierView view() {
        return new CourierView(code, nameZh, nameEn, usedByDefault, preference, freeOfDifference, active, version);
    }
}
