package dev.crossdock.view;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderState;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.time.Instant;

/** An event of the journal together with what it changed. */
public sealed interface Change {

  /** The event's sequence number: 1 and up, without a hole. */
  long version();

  /** When it was stored, by the clock of the node that did. */
  Instant storedAt();

  /**
   * Something happened to an order.
   *
   * @param before {@link OrderState.None} for the first event
   */
  record OfOrder(
      OrderId id,
      long version,
      OrderState before,
      OrderEvent event,
      OrderState after,
      Instant storedAt)
      implements Change {}

  /**
   * Something happened to a shipment.
   *
   * @param before {@link ShipmentState.None} for the first event
   */
  record OfShipment(
      ShipmentId id,
      long version,
      ShipmentState before,
      ShipmentEvent event,
      ShipmentState after,
      Instant storedAt)
      implements Change {}
}
