package dev.crossdock.runtime;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Decision.Accepted;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.Refusal;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Whole journals of orders that had trouble on their way, and were cancelled before they paid. */
final class Journeys {
  private final Random random;
  private final List<OrderEvent> events = new ArrayList<>();
  private final Set<Step> troubled = new HashSet<>();
  private OrderState state = new OrderState.None();
  private Instant now = Sample.NOON;
  private boolean unwinding;

  private Journeys(Random random) {
    this.random = random;
  }

  static List<OrderEvent> cancelled(OrderId id, Random random) {
    Journeys journey = new Journeys(random);
    journey.decide(Sample.place(id));
    journey.answerAll();
    journey.decide(new OrderCommand.Cancel("enough", "merchant"));
    journey.unwinding = true;
    journey.answerAll();
    if (!((Order) journey.state).status().isTerminal()) {
      throw new AssertionError("not over: " + ((Order) journey.state).status());
    }
    return journey.events;
  }

  private void answerAll() {
    for (List<Call> due = due(); !due.isEmpty(); due = due()) {
      Call call = due.get(random.nextInt(due.size()));
      decide(
          new OrderCommand.Reported(
              new Report(call.id(), "partner", outcome(call), random.nextDouble())));
      now = now.plus(Duration.ofMinutes(1));
    }
  }

  private List<Call> due() {
    return ((Order) state)
        .dueCalls(now, Set.of()).stream()
            .filter(call -> unwinding || !(call.ask() instanceof Ask.AuthorizePayment))
            .toList();
  }

  private Outcome outcome(Call call) {
    if (call.errand() == Call.Errand.LOOK_UP) {
      return new Outcome.Succeeded(new Answer.Absent());
    }
    return random.nextInt(3) == 0 && troubled.add(call.id().step())
        ? new Unanswered(Reach.NOT_ACTED_ON, "no connection", null)
        : Willing.to(call.ask());
  }

  private void decide(OrderCommand command) {
    if (OrderDecider.decide(state, command, now) instanceof Accepted<OrderEvent, Refusal> yes) {
      for (OrderEvent event : yes.events()) {
        state = OrderEvolver.evolve(state, event);
        events.add(event);
      }
    } else {
      throw new AssertionError(command + " was not taken");
    }
  }
}
