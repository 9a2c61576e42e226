package dev.crossdock.order;

import dev.crossdock.flow.Flow;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.trade.OrderId;
import java.time.Instant;
import java.util.List;

/** What happened to an order. Stored for ever: see {@code journal} for names and versions. */
public sealed interface OrderEvent {
  Instant at();

  /**
   * The first event.
   *
   * @param fingerprint of the request, to tell a repeated one from another under the same key
   */
  record Placed(OrderId id, String fingerprint, OrderContent content, Flow flow, Instant at)
      implements OrderEvent {}

  /** Something was learnt about a step. */
  record Stepped(StepEvent what) implements OrderEvent {
    @Override
    public Instant at() {
      return what.at();
    }
  }

  record HoldPlaced(Hold hold, Instant at) implements OrderEvent {}

  /** All steps up to here are done; these shipments carry it out. */
  record Confirmed(List<ShipmentPlan> shipments, Instant at) implements OrderEvent {
    public Confirmed {
      shipments = List.copyOf(shipments);
    }
  }

  /** It is not to go through; shipments are called back first, then the rest is undone. */
  record Turned(Ending ending, Instant at) implements OrderEvent {}

  /** The goods are beyond recall, so it goes on. */
  record CancellationRefused(String reason, Instant at) implements OrderEvent {}

  record ShipmentTold(ShipmentSummary summary, Instant at) implements OrderEvent {}

  /** All that could be given back is; it has come to the end that {@link Turned} named. */
  record Ended(OrderStatus status, Instant at) implements OrderEvent {}

  record Closed(Instant at) implements OrderEvent {}

  /**
   * Stands where the journal has something that cannot be read: from here on nothing is guessed.
   * Never stored.
   *
   * @param reason what is wrong with it
   */
  record Unreadable(String reason, Instant at) implements OrderEvent {}
}
