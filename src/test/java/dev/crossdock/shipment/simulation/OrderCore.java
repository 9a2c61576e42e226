package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The core of an order. */
final class OrderCore implements Core<OrderState, OrderCommand, OrderEvent> {

  @Override
  public OrderState nothing() {
    return new OrderState.None();
  }

  @Override
  public Decision<OrderEvent, ?> decide(OrderState state, OrderCommand command, Instant now) {
    return OrderDecider.decide(state, command, now);
  }

  @Override
  public OrderState evolve(OrderState state, OrderEvent event) {
    return OrderEvolver.evolve(state, event);
  }

  @Override
  public List<Call> dueCalls(OrderState state, Instant now, Set<CallId> suspects) {
    return state instanceof Order order ? order.dueCalls(now, suspects) : List.of();
  }

  @Override
  public Optional<Instant> nextDue(OrderState state, Instant now) {
    return state instanceof Order order ? order.nextDue(now) : Optional.empty();
  }

  @Override
  public Set<CallId> suspects(OrderState state) {
    return state instanceof Order order ? order.work().suspects() : Set.of();
  }

  @Override
  public OrderCommand reported(Report report) {
    return new OrderCommand.Reported(report);
  }

  @Override
  public OrderCommand tick() {
    return new OrderCommand.Tick();
  }
}
