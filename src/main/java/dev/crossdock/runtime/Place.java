package dev.crossdock.runtime;

import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.Recorded;
import java.util.Optional;

/**
 * How far an order's journal has been read.
 *
 * @param version of the last event that was read; 0 before the first
 */
record Place(OrderState state, long version) {
  static Place start() {
    return new Place(new OrderState.None(), 0);
  }

  /** Behind the event, which is to be the next one; past a hole nothing can be trusted. */
  Place after(long sequenceNumber, OrderEvent event) {
    if (state instanceof OrderState.Quarantined) {
      return this;
    }
    if (sequenceNumber != version + 1) {
      return broken("event " + (version + 1) + " is missing");
    }
    try {
      return new Place(OrderEvolver.evolve(state, event), sequenceNumber);
    } catch (RuntimeException misfit) {
      return broken("event " + sequenceNumber + ": " + misfit.getMessage());
    }
  }

  /** Where reading ends because the journal is not what it should be. */
  Place broken(String why) {
    Order last = state instanceof Order order ? order : null;
    return new Place(new OrderState.Quarantined(why, last), version);
  }

  /** What the event has made of the order; empty when it is not one that can be trusted. */
  Optional<Recorded> recorded(OrderEvent event) {
    return state instanceof Order order
        ? Optional.of(new Recorded(version, event, order))
        : Optional.empty();
  }

  /** Whether nothing that comes is the order's progress any more. */
  boolean isOver() {
    return switch (state) {
      case OrderState.None s -> false;
      case OrderState.Quarantined s -> true;
      case Order order -> order.status() == OrderStatus.DELIVERED || order.status().isTerminal();
    };
  }
}
