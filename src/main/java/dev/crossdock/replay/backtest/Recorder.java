package dev.crossdock.replay.backtest;

import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.StepState;
import dev.crossdock.flow.Work;
import dev.crossdock.order.Hold;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.trade.ShipmentId;
import dev.crossdock.view.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a recording of the changes of an order and its shipments. */
final class Recorder {
  private final Tape tape = new Tape();
  private final Map<ShipmentId, Tape> shipments = new HashMap<>();
  private final List<Wish> wishes = new ArrayList<>();
  private final CourseTaker course = new CourseTaker();
  private @Nullable Order last;

  /** The next change, each one's in sequence. */
  void take(Change change) {
    switch (change) {
      case Change.OfOrder c -> order(c);
      case Change.OfShipment c -> shipment(c);
    }
  }

  /** The recording; empty when the order cannot be trusted, or has not come to anything yet. */
  Optional<Recording> recording() {
    Order order = last;
    boolean isOpen =
        order == null
            || (order.phase() == Order.Phase.OPEN && order.status() != OrderStatus.ACTION_REQUIRED);
    return isOpen || order == null
        ? Optional.empty()
        : Optional.of(new Recording(order.placed(), tape, shipments, wishes, course.course(order)));
  }

  private void order(Change.OfOrder change) {
    if (!(change.after() instanceof Order after)) {
      last = null;
      return;
    }
    Instant at = change.event().at();
    if (change.before() instanceof Order before) {
      switch (change.event()) {
        case OrderEvent.Stepped(StepEvent what) -> stepped(tape, before.work(), what);
        case OrderEvent.Turned e when e.ending().target() == OrderStatus.CANCELLED ->
            wish(after, at, new OrderCommand.Cancel(e.ending().detail(), e.ending().by()));
        case OrderEvent.HoldPlaced e when e.hold().reason() == Hold.Reason.DUPLICATE_SUSPECTED ->
            wish(after, at, new OrderCommand.DuplicateFound(after.id()));
        default -> {} // all else follows from these
      }
    }
    if (change.before() instanceof Order before) {
      cutOff(tape, before.work(), after.work(), at);
    }
    course.order(after, at);
    last = after;
  }

  private void wish(Order order, Instant at, OrderCommand command) {
    wishes.add(new Wish(Duration.between(order.placed().at(), at), command));
  }

  private void shipment(Change.OfShipment change) {
    if (!(change.after() instanceof Shipment after)) {
      return;
    }
    Tape own = shipments.computeIfAbsent(change.id(), any -> new Tape());
    if (change.before() instanceof Shipment before) {
      switch (change.event()) {
        case ShipmentEvent.Stepped(StepEvent what) -> stepped(own, before.work(), what);
        case ShipmentEvent.FulfillmentMoved e ->
            calledBack(own, before.work(), Step.RELEASE_FULFILLMENT, false, e.at(), e);
        case ShipmentEvent.Scanned e -> own.scanned(scans(before, e));
        default -> {} // all else follows from these
      }
      cutOff(own, before.work(), after.work(), change.event().at());
    }
    course.shipment(after);
  }

  /** What nobody wanted to know any more had not been answered until then. */
  private static void cutOff(Tape to, Work before, Work after, Instant at) {
    after
        .steps()
        .runs()
        .forEach(
            (step, run) -> {
              Instant begun =
                  before.steps().run(step).flatMap(StepRun::nextDue).orElse(Instant.MAX);
              if (run.state() == StepState.CANCELLED && begun.isBefore(at)) {
                to.cutOff(new Errand(step, false), Duration.between(begun, at).plusMillis(1));
              }
            });
  }

  private void stepped(Tape to, Work before, StepEvent event) {
    if (event.step() == Step.NOTIFY || event.step() == Step.TRACK) {
      return;
    }
    StepRun run = before.steps().run(event.step()).orElseThrow();
    boolean undo =
        run.state() == StepState.UNDO_RUNNING || run.state() == StepState.UNDO_AWAITING_VERDICT;
    if (run.state() == StepState.AWAITING_CALLBACK
        || run.state() == StepState.UNDO_AWAITING_VERDICT) {
      calledBack(to, before, event.step(), undo, event.at(), event);
      return;
    }
    Takes.of(event, run, before.flow().policy(event.step()))
        .ifPresent(
            take -> {
              course.call(false);
              to.took(new Errand(event.step(), undo), take);
            });
  }

  private static void calledBack(
      Tape to, Work before, Step step, boolean undo, Instant at, Object event) {
    Instant taken = before.steps().run(step).map(StepRun::endedAt).orElse(null);
    if (taken != null) {
      Duration after = Duration.between(taken, at);
      String partner = before.ledger().of(step).map(LedgerEntry::partner).orElse("");
      to.calledBack(new Tape.CalledBack(new Errand(step, undo), after, partner, event));
    }
  }

  private static Tape.Scans scans(Shipment before, ShipmentEvent.Scanned event) {
    String partner =
        before.work().ledger().of(Step.BOOK_SHIPMENT).map(LedgerEntry::partner).orElse("");
    return new Tape.Scans(
        event,
        partner,
        since(before, Step.BOOK_SHIPMENT, event.at()),
        since(before, Step.RELEASE_FULFILLMENT, event.at()));
  }

  private static @Nullable Duration since(Shipment before, Step step, Instant at) {
    return before
        .work()
        .steps()
        .run(step)
        .filter(run -> run.state() == StepState.SUCCEEDED)
        .map(StepRun::endedAt)
        .map(ended -> Duration.between(ended, at))
        .orElse(null);
  }
}
