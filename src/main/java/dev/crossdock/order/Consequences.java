package dev.crossdock.order;

import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.OrderEvent.CancellationRefused;
import dev.crossdock.order.OrderEvent.Closed;
import dev.crossdock.order.OrderEvent.Confirmed;
import dev.crossdock.order.OrderEvent.Ended;
import dev.crossdock.order.OrderEvent.HoldPlaced;
import dev.crossdock.order.OrderEvent.Stepped;
import dev.crossdock.order.OrderEvent.Turned;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes true by itself once something else has. */
final class Consequences {
  private Consequences() {}

  /**
   * The next event that follows, if any does.
   *
   * @param last what happened just now; absent: only time has passed
   */
  static Optional<OrderEvent> of(Order order, @Nullable OrderEvent last, Instant now) {
    return ofWhatWasLearnt(order, last, now)
        .or(() -> ofShipments(order, now))
        .or(() -> ofRest(order, now));
  }

  private static Optional<OrderEvent> ofWhatWasLearnt(
      Order order, @Nullable OrderEvent last, Instant now) {
    if (!(last instanceof Stepped(StepEvent what)) || order.ending() != null) {
      return Optional.empty();
    }
    if (what instanceof StepEvent.Succeeded e) {
      return Plausibility.fault(order.content(), e.answer())
          .flatMap(fault -> turned(OrderStatus.FAILED, "implausible", fault, e.partner(), now))
          .or(() -> Holds.calledFor(order, e).map(hold -> new HoldPlaced(hold, now)));
    }
    if (what.step() == Step.NOTIFY) {
      return Optional.empty();
    }
    if (what instanceof StepEvent.Refused e && e.step() != Step.VALIDATE_ADDRESS) {
      return turned(OrderStatus.REJECTED, e.code(), e.detail(), e.partner(), now);
    }
    return what instanceof StepEvent.Exhausted e
        ? turned(OrderStatus.FAILED, "unreachable", e.reason(), e.partner(), now)
        : Optional.empty();
  }

  private static Optional<OrderEvent> turned(
      OrderStatus target, String code, String detail, String by, Instant now) {
    return Optional.of(new Turned(new Ending(target, code, detail, by, now), now));
  }

  /** Once every shipment has said so or so, one that is beyond recall ends the cancellation. */
  private static Optional<OrderEvent> ofShipments(Order order, Instant now) {
    boolean allSaid = order.consignments().stream().allMatch(Consignment::isBeyondRecall);
    return order.ending() == null || order.isCalledBack() || !allSaid
        ? Optional.empty()
        : Optional.of(new CancellationRefused(refusals(order), now));
  }

  private static String refusals(Order order) {
    return order.consignments().stream()
        .map(c -> c.summary().cancellationRefused())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("already packed");
  }

  private static Optional<OrderEvent> ofRest(Order order, Instant now) {
    return switch (order.phase()) {
      case OPEN -> order.ending() == null ? confirmed(order, now) : ended(order, now);
      case CONFIRMED -> order.ending() == null ? closed(order, now) : ended(order, now);
      case ENDED, CLOSED -> Optional.empty();
    };
  }

  private static Optional<OrderEvent> confirmed(Order order, Instant now) {
    return order.work().steps().allDone() && !order.isBlocked(Hold.Block.BOOK)
        ? Optional.of(new Confirmed(Planner.plans(order), now))
        : Optional.empty();
  }

  private static Optional<OrderEvent> ended(Order order, Instant now) {
    Ending ending = order.ending();
    return ending != null && order.work().unwinding() && order.work().isAtRest()
        ? Optional.of(new Ended(ending.target(), now))
        : Optional.empty();
  }

  private static Optional<OrderEvent> closed(Order order, Instant now) {
    return order.closesAt().filter(at -> !at.isAfter(now)).map(at -> new Closed(now));
  }
}
