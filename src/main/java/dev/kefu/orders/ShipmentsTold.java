package dev.kefu.orders;

import java.util.List;

/**
 * The shop told parcels of orders that were not known before. Published when they are stored and outside of any transaction:
 * listeners work in transactions of their own, and keep their failures to themselves.
 */
public record ShipmentsTold(List<KnownShipment> shipments) {
}
