package dev.crossdock.replay;

import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentState;

/** Tells who has caused an event. */
final class Causes {
  /** What follows by itself, or from time alone. */
  private static final String ITSELF = "crossdock";

  private Causes() {}

  static String of(OrderEvent event) {
    return switch (event) {
      case OrderEvent.Placed e -> "merchant";
      case OrderEvent.Stepped e -> of(e.what());
      case OrderEvent.HoldPlaced e -> e.hold().by();
      case OrderEvent.Turned e -> e.ending().by();
      case OrderEvent.ShipmentTold e -> e.summary().id().value();
      case OrderEvent.Confirmed e -> ITSELF;
      case OrderEvent.CancellationRefused e -> ITSELF;
      case OrderEvent.Ended e -> ITSELF;
      case OrderEvent.Closed e -> ITSELF;
      case OrderEvent.Unreadable e -> ITSELF;
    };
  }

  static String of(ShipmentState before, ShipmentEvent event) {
    return switch (event) {
      case ShipmentEvent.Opened e -> e.plan().orderId().value();
      case ShipmentEvent.Stepped e -> of(e.what());
      case ShipmentEvent.BlocksChanged e -> order(before);
      case ShipmentEvent.Recalled e -> order(before);
      case ShipmentEvent.FulfillmentMoved e -> partner(before, Step.RELEASE_FULFILLMENT);
      case ShipmentEvent.Scanned e -> partner(before, Step.BOOK_SHIPMENT);
      case ShipmentEvent.RecallRefused e -> ITSELF;
      case ShipmentEvent.Cancelled e -> ITSELF;
      case ShipmentEvent.Unreadable e -> ITSELF;
    };
  }

  private static String order(ShipmentState state) {
    return state instanceof Shipment shipment ? shipment.plan().orderId().value() : ITSELF;
  }

  /** Whoever has what the step acquired. */
  private static String partner(ShipmentState state, Step step) {
    return state instanceof Shipment shipment
        ? shipment.work().ledger().of(step).map(LedgerEntry::partner).orElse(ITSELF)
        : ITSELF;
  }

  private static String of(StepEvent event) {
    return switch (event) {
      case StepEvent.Succeeded e -> e.partner();
      case StepEvent.Taken e -> e.partner();
      case StepEvent.AttemptFailed e -> e.partner();
      case StepEvent.Parked e -> e.partner();
      case StepEvent.CallInDoubt e -> e.partner();
      case StepEvent.Refused e -> e.partner();
      case StepEvent.Exhausted e -> e.partner();
      case StepEvent.Undone e -> e.partner();
      case StepEvent.UndoFailed e -> e.partner();
      case StepEvent.UndoTaken e -> e.partner();
      case StepEvent.UndoRejected e -> e.partner();
      case StepEvent.Skipped e -> ITSELF;
      case StepEvent.Dropped e -> ITSELF;
      case StepEvent.Reopened e -> ITSELF;
    };
  }
}
