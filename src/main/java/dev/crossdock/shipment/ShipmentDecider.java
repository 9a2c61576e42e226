package dev.crossdock.shipment;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Decision.Accepted;
import dev.crossdock.flow.Decision.Ignored;
import dev.crossdock.flow.Decision.Rejected;
import dev.crossdock.flow.Reports;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.Directive;
import dev.crossdock.shipment.ShipmentCommand.Direct;
import dev.crossdock.shipment.ShipmentCommand.Reported;
import dev.crossdock.shipment.ShipmentCommand.Tick;
import dev.crossdock.shipment.ShipmentCommand.Updated;
import dev.crossdock.shipment.ShipmentEvent.BlocksChanged;
import dev.crossdock.shipment.ShipmentEvent.Opened;
import dev.crossdock.shipment.ShipmentEvent.RecallRefused;
import dev.crossdock.shipment.ShipmentEvent.Recalled;
import dev.crossdock.shipment.ShipmentEvent.Stepped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides what a shipment makes of what it is told. Reads no clock and rolls no dice. */
public final class ShipmentDecider {
  private ShipmentDecider() {}

  /** What the command leads to: events to persist, a reason not to, or nothing new. */
  public static Decision<ShipmentEvent, Refusal> decide(
      ShipmentState state, ShipmentCommand command, Instant now) {
    return switch (state) {
      case ShipmentState.None none -> first(command, now);
      case ShipmentState.Quarantined q -> new Rejected<>(Refusal.QUARANTINED);
      case Shipment shipment -> decide(shipment, command, now);
    };
  }

  private static Decision<ShipmentEvent, Refusal> first(ShipmentCommand command, Instant now) {
    if (!(command instanceof Direct(Directive directive))) {
      return new Rejected<>(Refusal.NO_SUCH_SHIPMENT);
    }
    Opened opened = new Opened(directive.plan(), now);
    Shipment shipment = (Shipment) ShipmentEvolver.evolve(new ShipmentState.None(), opened);
    List<ShipmentEvent> events = new ArrayList<>();
    if (directive.plan().flow().has(Step.CAPTURE_PAYMENT)
        && (directive.plan().amount().isZero() || directive.plan().authorization() == null)) {
      var skipped = new StepEvent.Skipped(Step.CAPTURE_PAYMENT, 1, "nothing to capture", now);
      events.add(new Stepped(skipped));
    }
    events.addAll(directed(shipment, directive, now));
    return withWhatFollows(shipment, List.of(opened), events, now);
  }

  private static Decision<ShipmentEvent, Refusal> decide(
      Shipment shipment, ShipmentCommand command, Instant now) {
    return switch (command) {
      case Direct c -> withWhatFollows(shipment, directed(shipment, c.directive(), now), now);
      case Reported c ->
          withWhatFollows(
              shipment,
              Reports.judge(
                      c.report(),
                      shipment.work(),
                      answer -> ShipmentAnswers.verdict(answer, shipment.plan(), now),
                      now)
                  .map(event -> List.<ShipmentEvent>of(new Stepped(event)))
                  .orElse(List.of()),
              now);
      case Updated c ->
          withWhatFollows(shipment, Updates.events(shipment, c.partner(), c.update(), now), now);
      case Tick c -> withWhatFollows(shipment, List.of(), now);
    };
  }

  private static List<ShipmentEvent> directed(Shipment shipment, Directive wanted, Instant now) {
    List<ShipmentEvent> events = new ArrayList<>();
    if (!shipment.blocks().equals(wanted.blockedBy())) {
      events.add(new BlocksChanged(wanted.blockedBy(), now));
    }
    boolean open = !shipment.cancelled() && !shipment.work().unwinding();
    if (wanted.cancel() && open && shipment.recallRefused() == null) {
      events.add(
          isBeyondRecall(shipment)
              ? new RecallRefused("already " + shipment.status(), now)
              : new Recalled(now));
    }
    return events;
  }

  /** Packed or further; or paid for, in a flow that has no warehouse to say so. */
  private static boolean isBeyondRecall(Shipment shipment) {
    return shipment.status().isPacked()
        || shipment.status().isOver()
        || !shipment.captured().isZero();
  }

  /** The events, and all that becomes true with them, in one write. */
  private static Decision<ShipmentEvent, Refusal> withWhatFollows(
      Shipment shipment, List<ShipmentEvent> events, Instant now) {
    return withWhatFollows(shipment, List.of(), events, now);
  }

  /**
   * @param before decided just now too, and in the shipment's state already
   */
  private static Decision<ShipmentEvent, Refusal> withWhatFollows(
      Shipment shipment, List<ShipmentEvent> before, List<ShipmentEvent> events, Instant now) {
    List<ShipmentEvent> all = new ArrayList<>(before);
    Shipment next = shipment;
    for (ShipmentEvent event : events) {
      all.add(event);
      next = (Shipment) ShipmentEvolver.evolve(next, event);
    }
    while (true) {
      var follows = Consequences.of(next, now);
      if (follows.isEmpty()) {
        return all.isEmpty() ? new Ignored<>() : new Accepted<>(all);
      }
      all.add(follows.get());
      next = (Shipment) ShipmentEvolver.evolve(next, follows.get());
    }
  }
}
