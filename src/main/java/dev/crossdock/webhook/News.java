package dev.crossdock.webhook;

import dev.crossdock.order.Hold;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.shipment.Tracking;
import dev.crossdock.view.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells from what was before and what is after of what a merchant is to hear. */
final class News {
  private News() {}

  /** What there is to tell of the change; each kind once, in the order in which it came about. */
  static List<EventType> of(Change change) {
    return switch (change) {
      case Change.OfOrder order -> ofOrder(order.before(), order.after());
      case Change.OfShipment shipment -> ofShipment(shipment.before(), shipment.after());
    };
  }

  private static List<EventType> ofOrder(OrderState before, OrderState after) {
    List<EventType> news = new ArrayList<>();
    OrderStatus now = status(after);
    if (before instanceof OrderState.None && after instanceof Order) {
      news.add(EventType.ORDER_RECEIVED);
    }
    // It may go on from its confirmation at once: that it was confirmed is told all the same.
    if (!isConfirmed(before) && isConfirmed(after) && now != OrderStatus.CONFIRMED) {
      news.add(EventType.ORDER_CONFIRMED);
    }
    if (now != null && now != status(before)) {
      told(now).ifPresent(news::add);
    }
    if (hasMore(holds(before), holds(after))) {
      news.add(EventType.ORDER_HOLD_PLACED);
    }
    if (hasMore(holds(after), holds(before))) {
      news.add(EventType.ORDER_HOLD_RELEASED);
    }
    if (refusal(before) == null && refusal(after) != null) {
      news.add(EventType.ORDER_CANCELLATION_REFUSED);
    }
    return news;
  }

  private static List<EventType> ofShipment(ShipmentState before, ShipmentState after) {
    List<EventType> news = new ArrayList<>();
    ShipmentStatus now = status(after);
    if (now != null && now != status(before)) {
      told(now).ifPresent(news::add);
    }
    Tracking tracking = tracking(after);
    if (tracking != null && !tracking.scans().isEmpty() && !tracking.equals(tracking(before))) {
      news.add(EventType.SHIPMENT_TRACKING_UPDATED);
    }
    return news;
  }

  private static Optional<EventType> told(OrderStatus status) {
    return switch (status) {
      // That it was received is told when it is placed, and what is validated is nobody's news.
      case SCHEDULED, RECEIVED, VALIDATING -> Optional.empty();
      case CONFIRMED -> Optional.of(EventType.ORDER_CONFIRMED);
      case RELEASED -> Optional.of(EventType.ORDER_RELEASED);
      case PARTIALLY_SHIPPED -> Optional.of(EventType.ORDER_PARTIALLY_SHIPPED);
      case SHIPPED -> Optional.of(EventType.ORDER_SHIPPED);
      case PARTIALLY_DELIVERED -> Optional.of(EventType.ORDER_PARTIALLY_DELIVERED);
      case DELIVERED -> Optional.of(EventType.ORDER_DELIVERED);
      case CLOSED -> Optional.of(EventType.ORDER_CLOSED);
      case ACTION_REQUIRED -> Optional.of(EventType.ORDER_ACTION_REQUIRED);
      case CANCELLING -> Optional.of(EventType.ORDER_CANCELLING);
      case CANCELLED -> Optional.of(EventType.ORDER_CANCELLED);
      case COMPENSATING -> Optional.of(EventType.ORDER_COMPENSATING);
      case REJECTED -> Optional.of(EventType.ORDER_REJECTED);
      case FAILED -> Optional.of(EventType.ORDER_FAILED);
      case QUARANTINED -> Optional.of(EventType.ORDER_QUARANTINED);
    };
  }

  private static Optional<EventType> told(ShipmentStatus status) {
    return switch (status) {
      case PLANNED, RATED, CANCELLING -> Optional.empty();
      case BOOKED -> Optional.of(EventType.SHIPMENT_BOOKED);
      case RELEASED -> Optional.of(EventType.SHIPMENT_RELEASED);
      case PICKED -> Optional.of(EventType.SHIPMENT_PICKED);
      case PACKED -> Optional.of(EventType.SHIPMENT_PACKED);
      case SHIPPED -> Optional.of(EventType.SHIPMENT_SHIPPED);
      case DELIVERED -> Optional.of(EventType.SHIPMENT_DELIVERED);
      case COMPLETED -> Optional.of(EventType.SHIPMENT_COMPLETED);
      case ACTION_REQUIRED -> Optional.of(EventType.SHIPMENT_ACTION_REQUIRED);
      case CANCELLED -> Optional.of(EventType.SHIPMENT_CANCELLED);
      case QUARANTINED -> Optional.of(EventType.SHIPMENT_QUARANTINED);
    };
  }

  private static @Nullable OrderStatus status(OrderState state) {
    return switch (state) {
      case Order order -> order.status();
      case OrderState.Quarantined quarantined -> OrderStatus.QUARANTINED;
      case OrderState.None none -> null;
    };
  }

  private static @Nullable ShipmentStatus status(ShipmentState state) {
    return switch (state) {
      case Shipment shipment -> shipment.status();
      case ShipmentState.Quarantined quarantined -> ShipmentStatus.QUARANTINED;
      case ShipmentState.None none -> null;
    };
  }

  private static boolean isConfirmed(OrderState state) {
    return state instanceof Order order
        && (order.phase() == Order.Phase.CONFIRMED || order.phase() == Order.Phase.CLOSED);
  }

  private static Set<String> holds(OrderState state) {
    return state instanceof Order order
        ? order.holds().stream().map(Hold::holdId).collect(Collectors.toSet())
        : Set.of();
  }

  private static boolean hasMore(Set<String> some, Set<String> others) {
    Set<String> more = new HashSet<>(others);
    more.removeAll(some);
    return !more.isEmpty();
  }

  private static @Nullable String refusal(OrderState state) {
    return state instanceof Order order ? order.cancellationRefused() : null;
  }

  private static @Nullable Tracking tracking(ShipmentState state) {
    return state instanceof Shipment shipment ? shipment.tracking() : null;
  }
}
