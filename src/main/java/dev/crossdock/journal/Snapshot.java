package dev.crossdock.journal;

import dev.crossdock.claim.Claim;
import dev.crossdock.order.Order;
import dev.crossdock.shipment.Shipment;

/** What all events up to one have made of their entity: read in their place, never instead. */
public sealed interface Snapshot {

  /** The number of the last event that is in it; 1 and up. */
  long version();

  record OfOrder(long version, Order state) implements Snapshot {}

  record OfShipment(long version, Shipment state) implements Snapshot {}

  record OfClaim(long version, Claim state) implements Snapshot {}
}
