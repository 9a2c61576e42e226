package dev.crossdock.shipment;

import static dev.crossdock.flow.Step.BOOK_SHIPMENT;
import static dev.crossdock.flow.Step.RELEASE_FULFILLMENT;
import static dev.crossdock.flow.StepState.UNDO_AWAITING_VERDICT;
import static dev.crossdock.flow.StepState.UNDO_RUNNING;
import static dev.crossdock.partner.Answer.FulfillmentStatus.SHIPPED;

import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.StepState;
import dev.crossdock.flow.Steps;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.shipment.ShipmentEvent.Cancelled;
import dev.crossdock.shipment.ShipmentEvent.RecallRefused;
import dev.crossdock.shipment.ShipmentEvent.Stepped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What becomes true by itself once something else has. */
final class Consequences {
  /** How often rates are asked for anew when every one on offer was refused at booking. */
  private static final int QUOTES_MAX = 3;

  private Consequences() {}

  /** The next event that follows, if any does. */
  static Optional<ShipmentEvent> of(Shipment shipment, Instant now) {
    return ofBooking(shipment, now)
        .or(() -> ofScans(shipment, now))
        .or(() -> ofRecall(shipment, now));
  }

  /** A carrier that does not book is followed by the next best, the last by asking all again. */
  private static Optional<ShipmentEvent> ofBooking(Shipment shipment, Instant now) {
    Steps steps = shipment.work().steps();
    if (!steps.is(BOOK_SHIPMENT, StepState.FAILED) || shipment.work().unwinding()) {
      return Optional.empty();
    }
    StepRun booking = steps.run(BOOK_SHIPMENT).orElseThrow();
    StepRun quote = steps.run(Step.QUOTE_RATES).orElseThrow();
    int next = booking.revision() + 1;
    if (quote.state() == StepState.SUCCEEDED && shipment.offers().at(next).isPresent()) {
      return Optional.of(reopened(BOOK_SHIPMENT, next, "the next rate", now));
    }
    return quote.state() == StepState.SUCCEEDED && quote.revision() < QUOTES_MAX
        ? Optional.of(reopened(Step.QUOTE_RATES, quote.revision() + 1, "no rate left", now))
        : Optional.empty();
  }

  private static ShipmentEvent reopened(Step step, int revision, String reason, Instant now) {
    return new Stepped(new StepEvent.Reopened(step, revision, reason, now));
  }

  private static Optional<ShipmentEvent> ofScans(Shipment shipment, Instant now) {
    TrackingStatus status = shipment.tracking().status();
    Steps steps = shipment.work().steps();
    if (shipment.tracking().isOnItsWay()
        && steps.is(RELEASE_FULFILLMENT, StepState.AWAITING_CALLBACK)) {
      return Optional.of(new Stepped(shipped(shipment, now)));
    }
    return status == TrackingStatus.DELIVERED && steps.is(Step.TRACK, StepState.AWAITING_CALLBACK)
        ? Optional.of(new Stepped(delivered(shipment, now)))
        : Optional.empty();
  }

  /** What the carrier has, the warehouse has shipped, whether its own word for it came or not. */
  private static StepEvent shipped(Shipment shipment, Instant now) {
    var entry = shipment.work().ledger().of(RELEASE_FULFILLMENT).orElseThrow();
    var answer = new Answer.Fulfilling(entry.ref(), SHIPPED, "the carrier has it");
    return new StepEvent.Succeeded(entry.step(), entry.revision(), entry.partner(), answer, now);
  }

  private static StepEvent delivered(Shipment shipment, Instant now) {
    int revision = shipment.work().steps().run(Step.TRACK).orElseThrow().revision();
    String carrier = shipment.candidate().orElseThrow().carrier();
    var answer = new Answer.Tracked(shipment.tracking().scans());
    return new StepEvent.Succeeded(Step.TRACK, revision, carrier, answer, now);
  }

  private static Optional<ShipmentEvent> ofRecall(Shipment shipment, Instant now) {
    Steps steps = shipment.work().steps();
    if (!shipment.work().unwinding() || shipment.cancelled()) {
      return Optional.empty();
    }
    if (!shipment.captured().isZero()) {
      return Optional.of(new RecallRefused("already paid", now));
    }
    if (hasLeft(shipment)) {
      return Optional.of(new RecallRefused("already on its way", now));
    }
    if (steps.is(RELEASE_FULFILLMENT, StepState.UNDO_REJECTED)) {
      String why = steps.run(RELEASE_FULFILLMENT).orElseThrow().trouble();
      return Optional.of(new RecallRefused(why == null ? "the warehouse keeps it" : why, now));
    }
    Set<Step> held = shipment.work().ledger().heldBy();
    boolean onlyDebt = held.isEmpty() || held.equals(debt(shipment));
    return shipment.work().isAtRest() && onlyDebt
        ? Optional.of(new Cancelled(now))
        : Optional.empty();
  }

  /** What the warehouse or the carrier says has left cannot be called back. */
  private static boolean hasLeft(Shipment shipment) {
    Flow flow = shipment.plan().flow();
    Step handsOver = flow.has(RELEASE_FULFILLMENT) ? RELEASE_FULFILLMENT : BOOK_SHIPMENT;
    Steps steps = shipment.work().steps();
    boolean undoing =
        steps.is(handsOver, UNDO_RUNNING) || steps.is(handsOver, UNDO_AWAITING_VERDICT);
    boolean left = shipment.fulfillment() == SHIPPED || shipment.tracking().isOnItsWay();
    return undoing && left;
  }

  /** A carrier's verdict on a voided label may take 30 days; nobody waits for it. */
  private static Set<Step> debt(Shipment shipment) {
    return shipment.awaitsVerdict() ? Set.of(BOOK_SHIPMENT) : Set.of();
  }
}
