package dev.kefu.shipping;

import dev.kefu.shared.CaseNumber;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the parcels. What the shop tells of an order's shipments counts as parcels to the customer; what the house
 * sends is registered here, and the order learns of it.
 */
@Service
@Transactional
public class Parcels {

    /**
     * Somebody sent a parcel; again with the same courier and number for the same order and leg changes nothing. Events that
     * came before it was known count from now on. A parcel to the customer counts as shipped in its order.
     *
     * @throws dev.kefu.shared.RuleViolation on {@code courier} or {@code trackingNumber} if they can't be
     * @throws dev.kefu.shared.Conflict      if the number belongs to another order's parcel
     */
    public ParcelView register(NewParcel parcel) {
        throw new UnsupportedOperationException();
    }

    /** The parcels of this number, whichever way it is typed; of several couriers there may be several. Newest first. */
    @Transactional(readOnly = true)
    public List<ParcelView> called(String trackingNumber) {
        throw new UnsupportedOperationException();
    }

    /** @throws dev.kefu.shared.NotFound if there is no such parcel */
    @Transactional(readOnly = true)
    public ParcelView get(long id) {
        throw new UnsupportedOperationException();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<ParcelView> ofOrder(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /** Those that were sent in this case, oldest first. */
    @Transactional(readOnly = true)
    public List<ParcelView> ofCase(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * People learnt where the parcel is, from the courier on the telephone or because it lies before them: counts as an event
     * of this moment. Not known to the courier's reports, so the same once more changes nothing.
     */
    public ParcelView observed(long id, ParcelEventStatus status) {
        throw new UnsupportedOperationException();
    }

    /** Waits for other transactions that write to this parcel, and makes them wait. */
    public void lock(long id) {
        throw new UnsupportedOperationException();
    }
}
