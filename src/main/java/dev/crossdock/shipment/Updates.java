package dev.crossdock.shipment;

import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepState;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentEvent.FulfillmentMoved;
import dev.crossdock.shipment.ShipmentEvent.RecallRefused;
import dev.crossdock.shipment.ShipmentEvent.Scanned;
import dev.crossdock.shipment.ShipmentEvent.Stepped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a partner's callback makes of a shipment: nothing when it is late, repeated or overtaken.
 */
final class Updates {
  private final Shipment shipment;
  private final String partner;
  private final Instant now;

  private Updates(Shipment shipment, String partner, Instant now) {
    this.shipment = shipment;
    this.partner = partner;
    this.now = now;
  }

  static List<ShipmentEvent> events(Shipment shipment, String partner, Update update, Instant now) {
    Updates updates = new Updates(shipment, partner, now);
    return switch (update) {
      case Update.FulfillmentUpdated u -> updates.fulfillment(u.fulfillment());
      case Update.TrackingUpdated u -> updates.tracking(u);
      case Update.BookingVoidUpdated u -> updates.voided(u);
      case Update.AuthorizationUpdated u -> List.of();
    };
  }

  private List<ShipmentEvent> tracking(Update.TrackingUpdated update) {
    List<Scan> news = shipment.tracking().news(update.scans());
    return news.isEmpty() || !update.trackingCode().equals(shipment.trackingCode())
        ? List.of()
        : List.of(new Scanned(news, now));
  }

  private List<ShipmentEvent> voided(Update.BookingVoidUpdated update) {
    Optional<LedgerEntry> entry = entry(Step.BOOK_SHIPMENT, update.bookingId());
    if (entry.isEmpty() || !shipment.awaitsVerdict()) {
      return List.of();
    }
    int revision = entry.get().revision();
    return switch (update.status()) {
      case SUBMITTED -> List.of();
      case VOIDED -> step(new StepEvent.Undone(Step.BOOK_SHIPMENT, revision, partner, now));
      case REJECTED ->
          step(
              new StepEvent.UndoRejected(
                  Step.BOOK_SHIPMENT, revision, partner, "the carrier does not void it", now));
    };
  }

  private List<ShipmentEvent> fulfillment(Answer.Fulfilling told) {
    Optional<LedgerEntry> entry = entry(Step.RELEASE_FULFILLMENT, told.fulfillmentId());
    if (entry.isEmpty()) {
      return List.of();
    }
    int revision = entry.get().revision();
    boolean waits = is(StepState.AWAITING_CALLBACK);
    boolean undoing = is(StepState.UNDO_RUNNING) || is(StepState.UNDO_AWAITING_VERDICT);
    String why = told.reason() == null ? told.status().name() : told.reason();
    return switch (told.status()) {
      case SUBMITTED, ACCEPTED, PICKED, PACKED -> waits || undoing ? moved(told) : List.of();
      case SHIPPED -> waits || undoing ? shipped(told, revision, undoing) : List.of();
      case REJECTED ->
          waits ? step(refused(revision, why)) : undoing ? step(undone(revision)) : List.of();
      case CANCELLED ->
          undoing ? step(undone(revision)) : waits ? step(refused(revision, why)) : List.of();
      case CANCELLATION_REQUESTED -> List.of();
      case CANCELLATION_REJECTED ->
          undoing
              ? step(
                  new StepEvent.UndoRejected(Step.RELEASE_FULFILLMENT, revision, partner, why, now))
              : List.of();
    };
  }

  private List<ShipmentEvent> moved(Answer.Fulfilling told) {
    FulfillmentStatus known = shipment.fulfillment();
    boolean further = known == null || told.status().compareTo(known) > 0;
    return further ? List.of(new FulfillmentMoved(told.status(), now)) : List.of();
  }

  /** Goods that have left cannot be called back, whatever was asked of the warehouse. */
  private List<ShipmentEvent> shipped(Answer.Fulfilling told, int revision, boolean undoing) {
    ShipmentEvent shipped =
        new Stepped(
            new StepEvent.Succeeded(Step.RELEASE_FULFILLMENT, revision, partner, told, now));
    return undoing ? List.of(new RecallRefused("already shipped", now), shipped) : List.of(shipped);
  }

  private StepEvent refused(int revision, String why) {
    return new StepEvent.Refused(
        Step.RELEASE_FULFILLMENT, revision, partner, "fulfillment-rejected", why, now);
  }

  private StepEvent undone(int revision) {
    return new StepEvent.Undone(Step.RELEASE_FULFILLMENT, revision, partner, now);
  }

  private boolean is(StepState state) {
    return shipment.work().steps().is(Step.RELEASE_FULFILLMENT, state);
  }

  private Optional<LedgerEntry> entry(Step step, String ref) {
    return shipment.work().ledger().of(step).filter(e -> e.ref().equals(ref));
  }

  private static List<ShipmentEvent> step(StepEvent event) {
    return List.of(new Stepped(event));
  }
}
