package dev.crossdock.order;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Decision.Accepted;
import dev.crossdock.flow.Decision.Ignored;
import dev.crossdock.flow.Decision.Rejected;
import dev.crossdock.flow.Reports;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.Verdict;
import dev.crossdock.order.OrderCommand.AuthorizationUpdated;
import dev.crossdock.order.OrderCommand.Cancel;
import dev.crossdock.order.OrderCommand.DuplicateFound;
import dev.crossdock.order.OrderCommand.Place;
import dev.crossdock.order.OrderCommand.Reported;
import dev.crossdock.order.OrderCommand.ShipmentTells;
import dev.crossdock.order.OrderCommand.Tick;
import dev.crossdock.order.OrderEvent.HoldPlaced;
import dev.crossdock.order.OrderEvent.Placed;
import dev.crossdock.order.OrderEvent.ShipmentTold;
import dev.crossdock.order.OrderEvent.Stepped;
import dev.crossdock.order.OrderEvent.Turned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides what an order makes of what it is told. Reads no clock and rolls no dice. */
public final class OrderDecider {
  private OrderDecider() {}

  /** What the command leads to: events to persist, a reason not to, or nothing new. */
  public static Decision<OrderEvent, Refusal> decide(
      OrderState state, OrderCommand command, Instant now) {
    return switch (state) {
      case OrderState.None none -> first(command, now);
      case OrderState.Quarantined q -> new Rejected<>(Refusal.QUARANTINED);
      case Order order -> decide(order, command, now);
    };
  }

  private static Decision<OrderEvent, Refusal> first(OrderCommand command, Instant now) {
    if (!(command instanceof Place place)) {
      return new Rejected<>(Refusal.NO_SUCH_ORDER);
    }
    Placed placed = new Placed(place.id(), place.fingerprint(), place.content(), place.flow(), now);
    boolean free = place.content().total().isZero() && place.flow().has(Step.AUTHORIZE_PAYMENT);
    Order order = after(new OrderState.None(), placed);
    List<OrderEvent> more = free ? List.of(new Stepped(nothingToPay(now))) : List.of();
    return withWhatFollows(order, List.of(placed), more, now);
  }

  private static StepEvent nothingToPay(Instant now) {
    return new StepEvent.Skipped(Step.AUTHORIZE_PAYMENT, 1, "nothing to pay", now);
  }

  private static Decision<OrderEvent, Refusal> decide(
      Order order, OrderCommand command, Instant now) {
    return switch (command) {
      case Place c ->
          c.fingerprint().equals(order.placed().fingerprint())
              ? new Ignored<>()
              : new Rejected<>(Refusal.KEY_REUSED);
      case Cancel c -> cancel(order, c, now);
      case Reported c ->
          Reports.judge(c.report(), order.work(), OrderAnswers::verdict, now)
              .map(event -> learnt(order, event, now))
              .orElseGet(Ignored::new);
      case AuthorizationUpdated c -> payment(order, c, now);
      case ShipmentTells c -> told(order, c, now);
      case DuplicateFound c -> duplicate(order, c, now);
      case Tick c -> withWhatFollows(order, List.of(), now);
    };
  }

  private static Decision<OrderEvent, Refusal> cancel(Order order, Cancel cancel, Instant now) {
    OrderStatus status = order.status();
    if (status == OrderStatus.CANCELLING || status == OrderStatus.CANCELLED) {
      return new Ignored<>();
    }
    if (status.isTerminal()
        || status == OrderStatus.DELIVERED
        || status == OrderStatus.COMPENSATING) {
      return new Rejected<>(Refusal.ALREADY_TERMINAL);
    }
    if (!order.consignments().isEmpty() && order.isBeyondRecall()) {
      return new Rejected<>(Refusal.POINT_OF_NO_RETURN);
    }
    Ending ending =
        new Ending(OrderStatus.CANCELLED, "cancelled", cancel.reason(), cancel.by(), now);
    return withWhatFollows(order, List.of(new Turned(ending, now)), now);
  }

  private static Decision<OrderEvent, Refusal> learnt(Order order, StepEvent what, Instant now) {
    return withWhatFollows(order, List.of(new Stepped(what)), now);
  }

  private static Decision<OrderEvent, Refusal> payment(
      Order order, AuthorizationUpdated update, Instant now) {
    boolean ours =
        order
            .work()
            .ledger()
            .of(Step.AUTHORIZE_PAYMENT)
            .filter(e -> e.ref().equals(update.authorization().authorizationId()))
            .isPresent();
    if (!ours || !order.awaitsPayment()) {
      return new Ignored<>();
    }
    int revision = order.work().steps().run(Step.AUTHORIZE_PAYMENT).orElseThrow().revision();
    return switch (OrderAnswers.authorized(update.authorization())) {
      case Verdict.Taken v -> new Ignored<>();
      case Verdict.Done v ->
          learnt(
              order,
              new StepEvent.Succeeded(
                  Step.AUTHORIZE_PAYMENT, revision, update.partner(), update.authorization(), now),
              now);
      case Verdict.No v ->
          learnt(
              order,
              new StepEvent.Refused(
                  Step.AUTHORIZE_PAYMENT, revision, update.partner(), v.code(), v.detail(), now),
              now);
    };
  }

  private static Decision<OrderEvent, Refusal> told(Order order, ShipmentTells c, Instant now) {
    boolean news =
        order.consignments().stream()
            .filter(known -> known.plan().id().equals(c.summary().id()))
            .anyMatch(known -> c.summary().version() > known.summary().version());
    return news
        ? withWhatFollows(order, List.of(new ShipmentTold(c.summary(), now)), now)
        : new Ignored<>();
  }

  private static Decision<OrderEvent, Refusal> duplicate(
      Order order, DuplicateFound c, Instant now) {
    boolean known =
        order.holds().stream().anyMatch(h -> h.reason() == Hold.Reason.DUPLICATE_SUSPECTED);
    return known || order.status().isTerminal() || order.ending() != null
        ? new Ignored<>()
        : new Accepted<>(List.of(new HoldPlaced(Holds.duplicate(order, c.first(), now), now)));
  }

  /** The events, and all that becomes true with them, in one write. */
  private static Decision<OrderEvent, Refusal> withWhatFollows(
      Order order, List<OrderEvent> events, Instant now) {
    return withWhatFollows(order, List.of(), events, now);
  }

  /**
   * @param before decided just now too, and in the order's state already
   */
  private static Decision<OrderEvent, Refusal> withWhatFollows(
      Order order, List<OrderEvent> before, List<OrderEvent> events, Instant now) {
    List<OrderEvent> all = new ArrayList<>(before);
    Order next = order;
    for (OrderEvent event : events) {
      all.add(event);
      next = after(next, event);
    }
    while (true) {
      var follows = Consequences.of(next, all.isEmpty() ? null : all.getLast(), now);
      if (follows.isEmpty()) {
        return all.isEmpty() ? new Ignored<>() : new Accepted<>(all);
      }
      all.add(follows.get());
      next = after(next, follows.get());
    }
  }

  private static Order after(OrderState order, OrderEvent event) {
    return Invariants.held((Order) OrderEvolver.evolve(order, event));
  }
}
