package dev.kefu.orders;

import java.util.List;

/** The shop told parcels of orders that were not known before; published in the transaction in which they are stored. */
public record ShipmentsTold(List<KnownShipment> shipments) {
}
