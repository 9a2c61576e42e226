package dev.crossdock.bench;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.SomeAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An express order up to its confirmation: what it was told, as what, and what followed. */
final class ExpressLife {
  private final List<Moment> moments = new ArrayList<>();
  private final List<OrderEvent> events = new ArrayList<>();
  private OrderState state = new OrderState.None();

  /** What it was when it was told something. */
  record Moment(OrderState state, OrderCommand command) {}

  private ExpressLife() {}

  static ExpressLife lived() {
    ExpressLife life = new ExpressLife();
    life.tell(SomeOrder.place(SomeOrder.anyOrder(), SomeFlow.express()));
    for (List<Call> due = life.due(); !due.isEmpty(); due = life.due()) {
      life.tell(new OrderCommand.Reported(report(due.getFirst())));
    }
    return life;
  }

  private static Report report(Call call) {
    return new Report(
        call.id(), call.ask().kind().label(), new Outcome.Succeeded(answer(call.ask())), 0.5);
  }

  private static Answer answer(Ask ask) {
    return switch (ask) {
      case Ask.ValidateAddress a -> SomeAnswers.validAddress();
      case Ask.CheckCustomer a -> SomeAnswers.approved();
      case Ask.ReserveInventory a -> SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2));
      case Ask.AuthorizePayment a -> SomeAnswers.authorized(a.amount());
      default -> throw new IllegalStateException("not of the order: " + ask); // its shipments' own
    };
  }

  private void tell(OrderCommand command) {
    moments.add(new Moment(state, command));
    var decision = OrderDecider.decide(state, command, SomeOrder.NOON);
    if (decision instanceof Decision.Accepted<OrderEvent, ?>(List<OrderEvent> accepted)) {
      for (OrderEvent event : accepted) {
        state = OrderEvolver.evolve(state, event);
        events.add(event);
      }
    }
  }

  private List<Call> due() {
    return state instanceof Order order ? order.dueCalls(SomeOrder.NOON, Set.of()) : List.of();
  }

  List<Moment> moments() {
    return List.copyOf(moments);
  }

  List<OrderEvent> events() {
    return List.copyOf(events);
  }

  /** What it is in the end. */
  OrderState state() {
    return state;
  }
}
