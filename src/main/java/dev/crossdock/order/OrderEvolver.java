package dev.crossdock.order;

import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.Work;
import dev.crossdock.order.Order.Phase;
import dev.crossdock.order.OrderEvent.CancellationRefused;
import dev.crossdock.order.OrderEvent.Closed;
import dev.crossdock.order.OrderEvent.Confirmed;
import dev.crossdock.order.OrderEvent.Ended;
import dev.crossdock.order.OrderEvent.HoldPlaced;
import dev.crossdock.order.OrderEvent.Placed;
import dev.crossdock.order.OrderEvent.ShipmentTold;
import dev.crossdock.order.OrderEvent.Stepped;
import dev.crossdock.order.OrderEvent.Turned;
import dev.crossdock.order.OrderEvent.Unreadable;
import dev.crossdock.partner.Answer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Folds events into an order. Throws on what the decider cannot have produced. */
public final class OrderEvolver {
  private static final Set<Step> USED_UP_WHEN_SHIPPED =
      EnumSet.of(Step.RESERVE_INVENTORY, Step.AUTHORIZE_PAYMENT);

  private OrderEvolver() {}

  /**
   * The state after the event. Quarantine is for good: no later event is looked at.
   *
   * @throws IllegalStateException when the event does not fit the state: the journal is corrupt
   */
  public static OrderState evolve(OrderState state, OrderEvent event) {
    if (event instanceof Unreadable unreadable) {
      return quarantined(state, unreadable.reason());
    }
    return switch (state) {
      case OrderState.None none when event instanceof Placed placed -> begun(placed);
      case OrderState.None none -> throw new IllegalStateException("no order for " + event);
      case OrderState.Quarantined q -> q;
      case Order order -> unwoundIfCalledBack(evolve(order, event));
    };
  }

  private static OrderState quarantined(OrderState state, String reason) {
    return switch (state) {
      case OrderState.None none -> new OrderState.Quarantined(reason, null);
      case OrderState.Quarantined q -> q;
      case Order order -> new OrderState.Quarantined(reason, order);
    };
  }

  private static Order begun(Placed placed) {
    Instant releaseAt = placed.content().releaseAt();
    Instant begin = releaseAt == null || releaseAt.isBefore(placed.at()) ? placed.at() : releaseAt;
    return new Order(
        placed,
        placed.at(),
        Phase.OPEN,
        Work.begin(placed.flow(), Step.Part.ORDER, begin),
        Facts.none(),
        List.of(),
        List.of(),
        null,
        null);
  }

  private static Order evolve(Order o, OrderEvent event) {
    return switch (event) {
      case Unreadable e -> throw new IllegalStateException(e.reason());
      case Placed e -> throw new IllegalStateException("placed twice: " + e.id());
      case Stepped e -> stepped(o, e.what());
      case HoldPlaced e ->
          o.withHolds(Stream.concat(o.holds().stream(), Stream.of(e.hold())).toList(), e.at());
      case Confirmed e -> confirmed(o, e);
      case Turned e -> o.withEnding(e.ending(), o.cancellationRefused(), e.at());
      case CancellationRefused e -> o.withEnding(null, e.reason(), e.at());
      case ShipmentTold e -> told(o, e);
      case Ended e -> o.reached(milestone(e.status()), e.at()).withPhase(Phase.ENDED, e.at());
      case Closed e -> o.withPhase(Phase.CLOSED, e.at());
    };
  }

  private static Order stepped(Order o, StepEvent what) {
    Order next = o.withWork(o.work().after(what), what.at());
    return what instanceof StepEvent.Succeeded e
        ? next.withFacts(learnt(o, e.answer()), what.at())
        : next;
  }

  private static Facts learnt(Order o, Answer answer) {
    Facts f = o.facts();
    if (Plausibility.fault(o.content(), answer).isPresent()) {
      return f;
    }
    return switch (answer) {
      case Answer.AddressChecked a when a.verdict() == Answer.AddressVerdict.CORRECTED ->
          new Facts(
              Corrections.of(o.content().shipTo(), a.address()),
              f.allocations(),
              f.backordered(),
              f.authorized());
      case Answer.Reserved a ->
          new Facts(f.corrected(), a.allocations(), a.backordered(), f.authorized());
      case Answer.Authorized a -> new Facts(f.corrected(), f.allocations(), f.backordered(), a);
      default -> f;
    };
  }

  private static Order confirmed(Order o, Confirmed e) {
    List<Consignment> planned =
        e.shipments().stream()
            .map(plan -> new Consignment(plan, ShipmentSummary.unheardOf(plan, e.at())))
            .toList();
    return o.withConsignments(planned, e.at())
        .reached(Milestone.CONFIRMED, e.at())
        .withPhase(Phase.CONFIRMED, e.at());
  }

  private static Order told(Order o, ShipmentTold e) {
    List<Consignment> next = o.consignments().stream().map(c -> c.told(e.summary())).toList();
    Order after = o.withConsignments(next, e.at());
    return after.isAllGone()
        ? after.withWork(o.work().consumed(USED_UP_WHEN_SHIPPED), e.at())
        : after;
  }

  private static Milestone milestone(OrderStatus end) {
    return switch (end) {
      case CANCELLED -> Milestone.CANCELLED;
      case REJECTED -> Milestone.REJECTED;
      case FAILED -> Milestone.FAILED;
      default -> throw new IllegalStateException(end + " is no end");
    };
  }

  /** Once every shipment is called back, what the order itself holds goes back too. */
  private static Order unwoundIfCalledBack(Order o) {
    return o.ending() == null || o.work().unwinding() || !o.isCalledBack()
        ? o
        : o.withWork(o.work().unwound(o.updatedAt()), o.updatedAt());
  }
}
