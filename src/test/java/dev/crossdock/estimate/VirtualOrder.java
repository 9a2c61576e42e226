package dev.crossdock.estimate;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Directive;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.Refusal;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.trade.OrderId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order that is seen through by the real deciders, in virtual time. */
final class VirtualOrder {
  private final OrderId id;
  private final VirtualTime time;
  private final VirtualPartners partners;
  private final Forecasts forecasts;
  private final Set<CallId> inFlight = new HashSet<>();
  private OrderState state = new OrderState.None();
  private long version;
  private int timer;
  private @Nullable VirtualShipment shipment;

  VirtualOrder(int number, VirtualTime time, VirtualPartners partners, Forecasts forecasts) {
    this.id = new OrderId("default", "ord_" + number);
    this.time = time;
    this.partners = partners;
    this.forecasts = forecasts;
  }

  void place() {
    tell(new OrderCommand.Place(id, "fp", SomeOrder.anyOrder(), SomeFlow.parcel()));
  }

  void told(ShipmentSummary summary) {
    tell(new OrderCommand.ShipmentTells(summary));
  }

  private void tell(OrderCommand command) {
    Decision<OrderEvent, Refusal> decision = OrderDecider.decide(state, command, time.now());
    if (decision instanceof Decision.Accepted<OrderEvent, Refusal>(List<OrderEvent> events)) {
      for (OrderEvent event : events) {
        state = OrderEvolver.evolve(state, event);
        version++;
        learn(event);
      }
      forecast((Order) state);
    }
    keepGoing((Order) state);
  }

  private void learn(OrderEvent event) {
    if (event instanceof OrderEvent.Stepped stepped && state instanceof Order order) {
      order
          .work()
          .steps()
          .run(stepped.what().step())
          .filter(run -> run.state() == StepState.SUCCEEDED)
          .ifPresent(run -> partners.done(stepped.what().step(), Forecasts.took(run)));
    }
  }

  private void forecast(Order order) {
    if (order.phase() != Order.Phase.OPEN) {
      forecasts.confirmed(id.value(), time.now());
    }
    if (order.status() == OrderStatus.DELIVERED) {
      forecasts.delivered(id.value(), time.now());
    }
    Eta eta = Estimator.estimate(order, version, partners.picture(), time.now());
    forecasts.said(id.value(), time.now(), eta);
  }

  private void keepGoing(Order order) {
    for (Call call : order.dueCalls(time.now(), Set.of())) {
      if (inFlight.add(call.id())) {
        partners.call(
            call,
            outcome -> {
              inFlight.remove(call.id());
              String who = call.ask().kind().label();
              var report = new Report(call.id(), who, outcome, partners.jitter());
              tell(new OrderCommand.Reported(report));
            });
      }
    }
    for (Directive directive : order.directives()) {
      if (shipment == null) {
        shipment = new VirtualShipment(this, time, partners);
        shipment.direct(directive);
      }
    }
    int thisTimer = ++timer;
    boolean over = order.status() == OrderStatus.DELIVERED;
    order
        .nextDue(time.now())
        .filter(at -> !over || order.dueCalls(at, Set.of()).stream().anyMatch(c -> step(c)))
        .ifPresent(at -> time.at(at.plusMillis(1), () -> timeCame(thisTimer)));
  }

  private static boolean step(Call call) {
    return call.id().step() != Step.NOTIFY;
  }

  private void timeCame(int which) {
    if (which == timer) {
      tell(new OrderCommand.Tick());
    }
  }
}
