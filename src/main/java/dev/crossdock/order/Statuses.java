package dev.crossdock.order;

import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.StepState;
import java.util.List;
import java.util.function.Predicate;

/** Tells an order's status and its payment's from what is known of it. */
final class Statuses {
  private Statuses() {}

  static OrderStatus of(Order order) {
    Ending ending = order.ending();
    return switch (order.phase()) {
      case CLOSED -> OrderStatus.CLOSED;
      case ENDED -> ending == null ? OrderStatus.CLOSED : ending.target();
      case OPEN -> ending == null ? open(order) : turned(ending);
      case CONFIRMED -> ending == null ? confirmed(order) : turned(ending);
    };
  }

  private static OrderStatus turned(Ending ending) {
    return ending.target() == OrderStatus.CANCELLED
        ? OrderStatus.CANCELLING
        : OrderStatus.COMPENSATING;
  }

  private static OrderStatus open(Order order) {
    if (order.work().steps().runs().values().stream().anyMatch(Statuses::isFailed)) {
      return OrderStatus.ACTION_REQUIRED;
    }
    boolean untouched = order.work().steps().runs().values().stream().allMatch(Statuses::isFresh);
    if (!untouched) {
      return OrderStatus.VALIDATING;
    }
    var releaseAt = order.content().releaseAt();
    return releaseAt != null && releaseAt.isAfter(order.placed().at())
        ? OrderStatus.SCHEDULED
        : OrderStatus.RECEIVED;
  }

  private static boolean isFailed(StepRun run) {
    return run.state() == StepState.FAILED;
  }

  private static boolean isFresh(StepRun run) {
    return run.state() == StepState.READY
        || run.state() == StepState.PENDING
        || run.state() == StepState.SKIPPED;
  }

  private static OrderStatus confirmed(Order order) {
    List<ShipmentStatus> going =
        order.consignments().stream()
            .map(c -> c.summary().status())
            .filter(status -> status != ShipmentStatus.CANCELLED)
            .toList();
    if (going.contains(ShipmentStatus.ACTION_REQUIRED)
        || going.contains(ShipmentStatus.QUARANTINED)
        || order.isUnpaid()) {
      return OrderStatus.ACTION_REQUIRED;
    }
    return onTheWay(going);
  }

  private static OrderStatus onTheWay(List<ShipmentStatus> going) {
    if (all(going, ShipmentStatus::isOver)) {
      return OrderStatus.DELIVERED;
    }
    if (any(going, ShipmentStatus::isOver)) {
      return OrderStatus.PARTIALLY_DELIVERED;
    }
    if (all(going, ShipmentStatus::isShipped)) {
      return OrderStatus.SHIPPED;
    }
    if (any(going, ShipmentStatus::isShipped)) {
      return OrderStatus.PARTIALLY_SHIPPED;
    }
    return any(going, ShipmentStatus::isReleased) ? OrderStatus.RELEASED : OrderStatus.CONFIRMED;
  }

  private static boolean all(List<ShipmentStatus> going, Predicate<ShipmentStatus> what) {
    return !going.isEmpty() && going.stream().allMatch(what);
  }

  private static boolean any(List<ShipmentStatus> going, Predicate<ShipmentStatus> what) {
    return going.stream().anyMatch(what);
  }

  static PaymentStatus payment(Order order) {
    return order
        .work()
        .steps()
        .run(Step.AUTHORIZE_PAYMENT)
        .map(run -> payment(order, run))
        .orElse(PaymentStatus.NONE);
  }

  private static PaymentStatus payment(Order order, StepRun run) {
    return switch (run.state()) {
      case PENDING, SKIPPED, CANCELLED -> PaymentStatus.NONE;
      case READY, RETRY_WAIT, PARKED, AWAITING_CALLBACK -> PaymentStatus.AUTHORIZING;
      case IN_DOUBT -> PaymentStatus.IN_DOUBT;
      case FAILED -> PaymentStatus.DECLINED;
      case UNDONE -> PaymentStatus.VOIDED;
      case SUCCEEDED, UNDO_RUNNING, UNDO_AWAITING_VERDICT, UNDO_REJECTED, UNDO_STUCK ->
          captured(order);
    };
  }

  private static PaymentStatus captured(Order order) {
    if (order.captured().isZero()) {
      return PaymentStatus.AUTHORIZED;
    }
    var authorized = order.facts().authorized();
    return authorized != null && authorized.amount().exceeds(order.captured())
        ? PaymentStatus.PARTIALLY_CAPTURED
        : PaymentStatus.CAPTURED;
  }
}
