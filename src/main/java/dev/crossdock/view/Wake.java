package dev.crossdock.view;

import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entity would wait for in vain if its node died now.
 *
 * @param inFlight whether something was on its way: a call, or what another has to hear
 * @param owed rounds of waking that it takes until others have surely heard what it told them
 * @param next when something is due by itself
 */
record Wake(boolean inFlight, int owed, Instant movedAt, @Nullable Instant next) {
  /** The order is to hear of its shipment: that it has is seen in the order's events. */
  static final int NEWS = 1;

  /** Whom a callback concerns is to be known: that it is nobody can see from here. */
  static final int STAKES = 2;

  /** What an order waits for after that change. */
  static Wake of(Change.OfOrder change) {
    Instant at = change.event().at();
    return switch (change.after()) {
      case Order order ->
          new Wake(isInFlight(order, at), owed(change.event(), order), at, due(order, at));
      case OrderState.Quarantined q -> new Wake(false, 0, at, null);
      case OrderState.None none -> new Wake(false, 0, at, null);
    };
  }

  /** What a shipment waits for after that change. */
  static Wake of(Change.OfShipment change) {
    Instant at = change.event().at();
    return switch (change.after()) {
      case Shipment shipment ->
          new Wake(
              !shipment.dueCalls(at, Set.of()).isEmpty(),
              owed(change.before(), shipment, change.version()),
              at,
              shipment.nextDue(at).orElse(null));
      case ShipmentState.Quarantined q -> new Wake(false, 0, at, null);
      case ShipmentState.None none -> new Wake(false, 0, at, null);
    };
  }

  /** Whether nobody needs to wake it ever, unless it moves. */
  boolean isAtRest() {
    return !inFlight && owed == 0 && next == null;
  }

  private static @Nullable Instant due(Order order, Instant at) {
    Optional<Instant> next = order.nextDue(at);
    return next.orElse(null);
  }

  /** Also while shipments are to be opened, or called back, and have not said that they are. */
  private static boolean isInFlight(Order order, Instant at) {
    boolean isTurning = order.ending() != null && order.phase() == Order.Phase.CONFIRMED;
    return isTurning
        || (order.phase() == Order.Phase.CONFIRMED
            && order.consignments().stream().anyMatch(c -> c.summary().version() == 0))
        || !order.dueCalls(at, Set.of()).isEmpty();
  }

  private static int owed(OrderEvent event, Order order) {
    boolean tellsShipments =
        event instanceof OrderEvent.HoldPlaced || event instanceof OrderEvent.CancellationRefused;
    boolean concerns = event instanceof OrderEvent.Stepped && order.awaitsPayment();
    return concerns || (tellsShipments && order.phase() == Order.Phase.CONFIRMED) ? STAKES : 0;
  }

  private static int owed(ShipmentState before, Shipment after, long version) {
    ShipmentSummary now = after.summary(version);
    if (!(before instanceof Shipment earlier)) {
      return NEWS;
    }
    if (!earlier.subjects().containsAll(after.subjects())) {
      return STAKES;
    }
    return now.isNewsAfter(earlier.summary(version - 1)) ? NEWS : 0;
  }
}
