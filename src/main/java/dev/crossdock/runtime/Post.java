package dev.crossdock.runtime;

import dev.crossdock.claim.Subject;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.time.Instant;

/** How an entity reaches others, wherever in the cluster they are. Nothing is sure to arrive. */
interface Post {
  void toOrder(OrderId id, OrderMessage message);

  void toShipment(ShipmentId id, ShipmentMessage message);

  void toClaim(Subject subject, ClaimMessage message);

  /** Whoever follows this order, on any node, is to ask it how it stands. */
  void awake(OrderId id);

  /** Have this order woken then, should it have left memory. */
  void remind(OrderId id, Instant at);

  /** Have this shipment woken then, should it have left memory. */
  void remind(ShipmentId id, Instant at);
}
