package dev.crossdock.journal;

import static dev.crossdock.journal.Samples.AT;

import dev.crossdock.claim.Callback;
import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.claim.Claimant;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Customer;
import dev.crossdock.order.Ending;
import dev.crossdock.order.Hold;
import dev.crossdock.order.OrderContent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderLine;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.order.ShippingTerms;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Label;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.trade.LineQuantity;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every event once, with all that may be said in it. */
final class EventSamples {
  static final OrderId ORDER = new OrderId("default", "ord_01JD9");
  private static final String WHY = "connection refused";
  private static final Instant LATER = AT.plusSeconds(20);

  static final OrderContent CONTENT =
      new OrderContent(
          "PO-4711",
          new Customer("cus_1", "Erika Muster", "erika@example.org", "+4930123456"),
          List.of(
              new OrderLine(
                  "1",
                  "MUG-BLUE",
                  "Mug, blue",
                  2,
                  Money.of("17.95", "EUR"),
                  new Weight(new BigDecimal("350.5"), Weight.Unit.GRM),
                  "4006381333931",
                  "691200",
                  "DE"),
              new OrderLine("2", "CARD", null, 1, Money.of("0.00", "EUR"), null, null, null, null)),
          Samples.BERLIN,
          new ShippingTerms(
              Money.of("4.90", "EUR"), LocalDate.parse("2026-11-27"), Money.of("9.00", "EUR")),
          Money.of("0.00", "EUR"),
          Money.of("1.00", "EUR"),
          "pm_tok_visa",
          OrderContent.Priority.HIGH,
          AT.plusSeconds(60),
          Map.of("channel", "web", "campaign", "xmas", "a", "b"));

  static final ShipmentPlan PLAN =
      new ShipmentPlan(
          ORDER.shipment(1),
          ORDER,
          Samples.PARCEL,
          "PO-4711",
          Samples.HAMBURG,
          Samples.BERLIN,
          List.of(new LineQuantity("1", "MUG-BLUE", 2)),
          Weight.grams(701),
          Money.of("39.80", "EUR"),
          "auth_1",
          LocalDate.parse("2026-11-27"),
          Money.of("9.00", "EUR"),
          "erika@example.org");

  static final StepRun RUN =
      new StepRun(StepState.IN_DOUBT, 2, 3, AT, AT, LATER, AT, "alpha", "no answer in time");

  static final ShipmentSummary SUMMARY =
      new ShipmentSummary(
          ORDER.shipment(1),
          7,
          ShipmentStatus.BOOKED,
          "alpha",
          "express",
          "1Z999AA10123456784",
          "https://track.example.org/1Z999AA10123456784",
          TrackingStatus.PRE_TRANSIT,
          new Label("https://labels.example.org/1.pdf", "PDF"),
          Money.of("39.80", "EUR"),
          Map.of(Step.BOOK_SHIPMENT, RUN, Step.QUOTE_RATES, StepRun.ready(1, AT)),
          "already packed");

  static final Hold HOLD =
      new Hold(
          "hold_1",
          Hold.Reason.DUPLICATE_SUSPECTED,
          "same reference as ord_01JD8",
          "crossdock",
          AT,
          LATER,
          Set.of(Hold.Block.RELEASE, Hold.Block.CAPTURE, Hold.Block.BOOK));

  static final Ending ENDING =
      new Ending(OrderStatus.REJECTED, "payment-declined", "card expired", "payments", AT);

  static final List<StepEvent> STEPS =
      List.of(
          new StepEvent.Succeeded(Step.BOOK_SHIPMENT, 1, "alpha", Samples.BOOKED, AT),
          new StepEvent.Taken(Step.AUTHORIZE_PAYMENT, 1, "payments", Samples.AUTHORIZED, AT),
          new StepEvent.AttemptFailed(Step.CHECK_FRAUD, 1, "fraud", WHY, LATER, AT),
          new StepEvent.Parked(Step.VALIDATE_ADDRESS, 1, "address", WHY, LATER, AT),
          new StepEvent.CallInDoubt(Step.CAPTURE_PAYMENT, 1, "payments", WHY, AT, LATER, AT),
          new StepEvent.Refused(Step.BOOK_SHIPMENT, 2, "alpha", "rate-expired", "too late", AT),
          new StepEvent.Exhausted(Step.QUOTE_RATES, 1, "alpha", WHY, AT),
          new StepEvent.Skipped(Step.CHECK_CUSTOMER, 1, "nobody to ask", AT),
          new StepEvent.Dropped(Step.RESERVE_INVENTORY, 1, AT),
          new StepEvent.Reopened(Step.BOOK_SHIPMENT, 2, "next carrier", AT),
          new StepEvent.Undone(Step.RELEASE_FULFILLMENT, 1, "warehouse", AT),
          new StepEvent.UndoFailed(Step.AUTHORIZE_PAYMENT, 1, "payments", WHY, LATER, AT),
          new StepEvent.UndoTaken(Step.BOOK_SHIPMENT, 1, "alpha", AT),
          new StepEvent.UndoRejected(Step.BOOK_SHIPMENT, 1, "alpha", "already scanned", AT));

  static final OrderEvent.Placed PLACED =
      new OrderEvent.Placed(ORDER, "sha256-abc", CONTENT, Samples.PARCEL, AT);

  static final List<OrderEvent> ORDERS =
      Stream.concat(
              Stream.<OrderEvent>of(
                  PLACED,
                  new OrderEvent.HoldPlaced(HOLD, AT),
                  new OrderEvent.Confirmed(List.of(PLAN), AT),
                  new OrderEvent.Turned(ENDING, AT),
                  new OrderEvent.CancellationRefused("already shipped", AT),
                  new OrderEvent.ShipmentTold(SUMMARY, AT),
                  new OrderEvent.Ended(OrderStatus.FAILED, AT),
                  new OrderEvent.Closed(AT)),
              STEPS.stream().map(OrderEvent.Stepped::new))
          .toList();

  static final ShipmentEvent.Opened OPENED = new ShipmentEvent.Opened(PLAN, AT);

  static final List<ShipmentEvent> SHIPMENTS =
      Stream.concat(
              Stream.<ShipmentEvent>of(
                  OPENED,
                  new ShipmentEvent.BlocksChanged(Set.of(Hold.Block.BOOK, Hold.Block.ALL), AT),
                  new ShipmentEvent.FulfillmentMoved(Answer.FulfillmentStatus.PICKED, AT),
                  new ShipmentEvent.Scanned(List.of(Samples.SCAN), AT),
                  new ShipmentEvent.Recalled(AT),
                  new ShipmentEvent.RecallRefused("already PACKED", AT),
                  new ShipmentEvent.Cancelled(AT)),
              STEPS.stream().map(ShipmentEvent.Stepped::new))
          .toList();

  static final Callback CALLBACK =
      new Callback("default", "alpha", "msg_1", Samples.UPDATES.getFirst());

  static final List<ClaimEvent> CLAIMS =
      List.of(
          new ClaimEvent.Claimed(
              new Claimant(Claimant.Kind.SHIPMENT, ORDER.shipment(1).entityId()), AT),
          new ClaimEvent.KeptAside(CALLBACK, AT),
          new ClaimEvent.Passed("msg_1", AT));

  private EventSamples() {}
}
