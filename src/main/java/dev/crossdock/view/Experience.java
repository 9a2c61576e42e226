package dev.crossdock.view;

import dev.crossdock.flow.CallId;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.Work;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderState;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a partner did for a step once.
 *
 * @param took from when the step could begin until it was done; absent when it is not
 */
record Experience(PartnerTally.Key key, Outcome outcome, @Nullable Duration took) {

  /** How it went, in the order of the table's columns. */
  enum Outcome {
    SUCCEEDED,
    REFUSED,
    UNANSWERED,
    IN_DOUBT,
    PARKED
  }

  /** What a change tells of a partner; empty when it tells of none. */
  static Optional<Experience> of(Change change) {
    return switch (change) {
      case Change.OfOrder it when it.event() instanceof OrderEvent.Stepped(StepEvent what) ->
          of(what, work(it.before()));
      case Change.OfShipment it when it.event() instanceof ShipmentEvent.Stepped(StepEvent what) ->
          of(what, work(it.before()));
      case Change.OfOrder it -> Optional.empty();
      case Change.OfShipment it -> Optional.empty();
    };
  }

  private static Optional<Experience> of(StepEvent event, @Nullable Work before) {
    return switch (event) {
      case StepEvent.Succeeded e -> made(e, e.partner(), Outcome.SUCCEEDED, took(e, before));
      case StepEvent.Refused e -> made(e, e.partner(), Outcome.REFUSED, null);
      case StepEvent.AttemptFailed e -> made(e, e.partner(), Outcome.UNANSWERED, null);
      case StepEvent.Exhausted e -> made(e, e.partner(), Outcome.UNANSWERED, null);
      case StepEvent.UndoFailed e -> made(e, e.partner(), Outcome.UNANSWERED, null);
      case StepEvent.CallInDoubt e -> made(e, e.partner(), Outcome.IN_DOUBT, null);
      case StepEvent.Parked e -> made(e, e.partner(), Outcome.PARKED, null);
      case StepEvent.UndoRejected e -> made(e, e.partner(), Outcome.REFUSED, null);
      case StepEvent.Taken e -> Optional.empty();
      case StepEvent.Skipped e -> Optional.empty();
      case StepEvent.Dropped e -> Optional.empty();
      case StepEvent.Reopened e -> Optional.empty();
      case StepEvent.Undone e -> Optional.empty();
      case StepEvent.UndoTaken e -> Optional.empty();
    };
  }

  private static Optional<Experience> made(
      StepEvent event, String partner, Outcome outcome, @Nullable Duration took) {
    Instant hour = event.at().truncatedTo(ChronoUnit.HOURS);
    return Optional.of(
        new Experience(new PartnerTally.Key(partner, event.step().label(), hour), outcome, took));
  }

  private static @Nullable Duration took(StepEvent.Succeeded event, @Nullable Work before) {
    if (before == null) {
      return null;
    }
    return before
        .run(CallId.forward(event.step(), event.revision()))
        .map(StepRun::startedAt)
        .map(started -> Duration.between(started, event.at()))
        .orElse(null);
  }

  private static @Nullable Work work(OrderState state) {
    return state instanceof Order order ? order.work() : null;
  }

  private static @Nullable Work work(ShipmentState state) {
    return state instanceof Shipment shipment ? shipment.work() : null;
  }
}
