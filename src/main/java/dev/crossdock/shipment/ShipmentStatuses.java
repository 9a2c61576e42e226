package dev.crossdock.shipment;

import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.flow.Steps;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.Answer.FulfillmentStatus;

/** Tells a shipment's status from what is known of it. */
final class ShipmentStatuses {
  private ShipmentStatuses() {}

  static ShipmentStatus of(Shipment shipment) {
    if (shipment.cancelled()) {
      return ShipmentStatus.CANCELLED;
    }
    Steps steps = shipment.work().steps();
    if (steps.is(Step.TRACK, StepState.SUCCEEDED)) {
      return ShipmentStatus.DELIVERED;
    }
    if (shipment.work().unwinding()) {
      return ShipmentStatus.CANCELLING;
    }
    boolean isQuotedAnew = steps.run(Step.QUOTE_RATES).filter(r -> r.state().isOpen()).isPresent();
    if (failed(steps, Step.QUOTE_RATES, Step.RELEASE_FULFILLMENT)
        || (failed(steps, Step.BOOK_SHIPMENT) && !isQuotedAnew)) {
      return ShipmentStatus.ACTION_REQUIRED;
    }
    return steps.allDone() ? ShipmentStatus.COMPLETED : going(shipment, steps);
  }

  private static boolean failed(Steps steps, Step... which) {
    for (Step step : which) {
      if (steps.is(step, StepState.FAILED)) {
        return true;
      }
    }
    return false;
  }

  private static ShipmentStatus going(Shipment shipment, Steps steps) {
    boolean warehouse = shipment.plan().flow().has(Step.RELEASE_FULFILLMENT);
    if (warehouse
        ? steps.is(Step.RELEASE_FULFILLMENT, StepState.SUCCEEDED)
        : shipment.tracking().isOnItsWay()) {
      return ShipmentStatus.SHIPPED;
    }
    if (steps.is(Step.RELEASE_FULFILLMENT, StepState.AWAITING_CALLBACK)) {
      return atTheWarehouse(shipment);
    }
    if (steps.is(Step.BOOK_SHIPMENT, StepState.SUCCEEDED)) {
      return ShipmentStatus.BOOKED;
    }
    return steps.is(Step.QUOTE_RATES, StepState.SUCCEEDED)
        ? ShipmentStatus.RATED
        : ShipmentStatus.PLANNED;
  }

  private static ShipmentStatus atTheWarehouse(Shipment shipment) {
    FulfillmentStatus status = shipment.fulfillment();
    if (status == FulfillmentStatus.PACKED) {
      return ShipmentStatus.PACKED;
    }
    return status == FulfillmentStatus.PICKED ? ShipmentStatus.PICKED : ShipmentStatus.RELEASED;
  }
}
