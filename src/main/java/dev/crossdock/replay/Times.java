package dev.crossdock.replay;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.view.Change;
import java.time.Instant;

/** When things have happened. */
final class Times {
  private Times() {}

  /** By the event's own word; what cannot be read says nothing but when it was stored. */
  static Instant of(Change change) {
    return switch (change) {
      case Change.OfOrder c ->
          c.event() instanceof OrderEvent.Unreadable ? c.storedAt() : c.event().at();
      case Change.OfShipment c ->
          c.event() instanceof ShipmentEvent.Unreadable ? c.storedAt() : c.event().at();
    };
  }
}
