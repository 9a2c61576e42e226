package dev.crossdock.journal;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentEvent;
import java.util.List;

/** The names under which events, and what is in them, are stored for ever. Rows are only added. */
public final class StoredNames {
  /** What partners answered. */
  public static final Names<Answer> ANSWERS =
      Names.of(Answer.class)
          .with("absent", Answer.Absent.class)
          .with("address-checked", Answer.AddressChecked.class)
          .with("customer-checked", Answer.CustomerChecked.class)
          .with("fraud-checked", Answer.FraudChecked.class)
          .with("reserved", Answer.Reserved.class)
          .with("authorized", Answer.Authorized.class)
          .with("captured", Answer.Captured.class)
          .with("refunded", Answer.Refunded.class)
          .with("quoted", Answer.Quoted.class)
          .with("booked", Answer.Booked.class)
          .with("booking-voided", Answer.BookingVoided.class)
          .with("tracked", Answer.Tracked.class)
          .with("fulfilling", Answer.Fulfilling.class)
          .with("notified", Answer.Notified.class);

  /** What partners told by callback. */
  public static final Names<Update> UPDATES =
      Names.of(Update.class)
          .with("authorization-updated", Update.AuthorizationUpdated.class)
          .with("fulfillment-updated", Update.FulfillmentUpdated.class)
          .with("booking-void-updated", Update.BookingVoidUpdated.class)
          .with("tracking-updated", Update.TrackingUpdated.class);

  /** What was learnt about a step, of an order or a shipment alike. */
  public static final Names<StepEvent> STEPS =
      Names.of(StepEvent.class)
          .with("step-succeeded", StepEvent.Succeeded.class)
          .with("step-taken", StepEvent.Taken.class)
          .with("attempt-failed", StepEvent.AttemptFailed.class)
          .with("step-parked", StepEvent.Parked.class)
          .with("call-in-doubt", StepEvent.CallInDoubt.class)
          .with("step-refused", StepEvent.Refused.class)
          .with("step-exhausted", StepEvent.Exhausted.class)
          .with("step-skipped", StepEvent.Skipped.class)
          .with("step-dropped", StepEvent.Dropped.class)
          .with("step-reopened", StepEvent.Reopened.class)
          .with("step-undone", StepEvent.Undone.class)
          .with("undo-failed", StepEvent.UndoFailed.class)
          .with("undo-taken", StepEvent.UndoTaken.class)
          .with("undo-rejected", StepEvent.UndoRejected.class);

  /** What happened to an order. */
  public static final Names<OrderEvent> ORDERS =
      Names.of(OrderEvent.class)
          .with("placed", OrderEvent.Placed.class)
          .withInside(
              STEPS, OrderEvent.Stepped.class, OrderEvent.Stepped::new, OrderEvent.Stepped::what)
          .with("hold-placed", OrderEvent.HoldPlaced.class)
          .with("confirmed", OrderEvent.Confirmed.class)
          .with("turned", OrderEvent.Turned.class)
          .with("cancellation-refused", OrderEvent.CancellationRefused.class)
          .with("shipment-told", OrderEvent.ShipmentTold.class)
          .with("ended", OrderEvent.Ended.class)
          .with("closed", OrderEvent.Closed.class);

  /** What happened to a shipment. */
  public static final Names<ShipmentEvent> SHIPMENTS =
      Names.of(ShipmentEvent.class)
          .with("opened", ShipmentEvent.Opened.class)
          .withInside(
              STEPS,
              ShipmentEvent.Stepped.class,
              ShipmentEvent.Stepped::new,
              ShipmentEvent.Stepped::what)
          .with("blocks-changed", ShipmentEvent.BlocksChanged.class)
          .with("fulfillment-moved", ShipmentEvent.FulfillmentMoved.class)
          .with("scanned", ShipmentEvent.Scanned.class)
          .with("recalled", ShipmentEvent.Recalled.class)
          .with("recall-refused", ShipmentEvent.RecallRefused.class)
          .with("cancelled", ShipmentEvent.Cancelled.class);

  /** What happened to a claim. */
  public static final Names<ClaimEvent> CLAIMS =
      Names.of(ClaimEvent.class)
          .with("claimed", ClaimEvent.Claimed.class)
          .with("kept-aside", ClaimEvent.KeptAside.class)
          .with("passed", ClaimEvent.Passed.class);

  private StoredNames() {}

  static List<Names<?>> all() {
    return List.of(ANSWERS, UPDATES, STEPS, ORDERS, SHIPMENTS, CLAIMS);
  }
}
