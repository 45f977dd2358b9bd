package dev.kefu.shipping;

import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.SearchKey;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.springframework.lang.Nullable;

/** What was reported of a parcel, as it came; whether anybody knows the parcel is another question. */
@Entity
@Table(name = "parcel_event")
class ParcelEvent extends KeyedByName {

    @Id
    private String eventId;
    private String courier;
    private String trackingNumber;
    private String trackingKey;
    @Enumerated(EnumType.STRING)
    private ParcelEventStatus status;
    private Instant occurredAt;
    private String place;
    private Instant receivedAt;
    private long sequence;
    private boolean byPeople;
    private boolean known;
    private boolean erased;
    private Instant passedOverAt;

    protected ParcelEvent() {
    }

    static ParcelEvent reported(ParcelReport report, Instant at, long sequence) {
        var event = new ParcelEvent();
        event.eventId = report.eventId();
        event.courier = report.courier();
        event.trackingNumber = report.trackingNumber();
        event.trackingKey = SearchKey.ofNumber(report.trackingNumber());
        event.status = report.status();
        event.occurredAt = report.occurredAt();
        event.place = report.place();
        event.receivedAt = at;
        event.sequence = sequence;
        return event;
    }

    /** People of the house looked, or asked. */
    static ParcelEvent observed(String eventId, Parcel parcel, ParcelEventStatus status, Instant occurredAt, Instant at, long sequence) {
        var event = reported(new ParcelReport(eventId, parcel.courier(), parcel.trackingNumber(), status, occurredAt, null), at, sequence);
        event.byPeople = true;
        event.known = true;
        return event;
    }

    /** Whether it says the same, as far as that can be told when its words are gone. */
    boolean says(ParcelReport report) {
        return !byPeople && trackingKey.equals(SearchKey.ofNumber(report.trackingNumber())) && status == report.status()
                && occurredAt.equals(report.occurredAt())
                && Objects.equals(SearchKey.ofName(courier), SearchKey.ofName(report.courier()))
                && (erased || Objects.equals(place, report.place()));
    }

    /** @return whether that is news */
    boolean becameKnown() {
        var isNews = !known;
        known = true;
        return isNews;
    }

    /** It counts for none of the parcels that have its number; it is another courier's. */
    void passedOver(Instant at) {
        passedOverAt = at;
    }

    /** Where somebody's parcel was tells where they live. */
    void erase() {
        place = null;
        erased = true;
    }

    /** What people typed of the customer goes from the parcel, and so from what was reported of it. */
    void erase(Erasure erasure, Parcel parcel) {
        erase();
        courier = erasure.cleared(courier);
        if (!trackingKey.equals(parcel.trackingKey())) {
            trackingNumber = parcel.trackingNumber();
            trackingKey = parcel.trackingKey();
        }
    }

    boolean isErased() {
        return erased;
    }

    boolean isKnown() {
        return known;
    }

    String courier() {
        return courier;
    }

    String trackingKey() {
        return trackingKey;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    @Nullable
    String place() {
        return place;
    }

    Journey.Step step() {
        return new Journey.Step(status, occurredAt, place, sequence, byPeople);
    }

    ParcelView.Event view() {
        return new ParcelView.Event(eventId, status, occurredAt, place, receivedAt);
    }

    @Override
    public String getId() {
        return eventId;
    }
}
