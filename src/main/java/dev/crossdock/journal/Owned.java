package dev.crossdock.journal;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.util.Optional;

/** An event on its way to the journal, with the order that it belongs to. */
public sealed interface Owned {
  OrderId order();

  Object event();

  record OfOrder(OrderId order, OrderEvent event) implements Owned {}

  record OfShipment(OrderId order, ShipmentEvent event) implements Owned {}

  /** With its order, if it is an event of one; others stay as they are. */
  static Object of(String persistenceId, Object event) {
    Optional<OrderId> order = orderOf(persistenceId);
    return switch (event) {
      case OrderEvent e when order.isPresent() -> new OfOrder(order.get(), e);
      case ShipmentEvent e when order.isPresent() -> new OfShipment(order.get(), e);
      case Object other -> other;
    };
  }

  /** The order that an entity is, or is a part of. */
  static Optional<OrderId> orderOf(String persistenceId) {
    int bar = persistenceId.indexOf('|');
    String entityId = persistenceId.substring(bar + 1);
    return switch (persistenceId.substring(0, Math.max(0, bar))) {
      case "order" -> Optional.of(OrderId.ofEntity(entityId));
      case "shipment" -> Optional.of(ShipmentId.ofEntity(entityId).order());
      case String other -> Optional.empty();
    };
  }
}
