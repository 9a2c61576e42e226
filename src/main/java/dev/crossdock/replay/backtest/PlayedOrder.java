package dev.crossdock.replay.backtest;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.Directive;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.Refusal;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Answer;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.ShipmentId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A recorded order, seen through once more by the real deciders, in virtual time. */
final class PlayedOrder {
  private static final Duration LASTING = Duration.ofDays(60);

  private final Recording recording;
  private final Flow flow;
  private final Pool pool;
  private final RandomGenerator dice;
  private final Agenda agenda;
  private final CourseTaker course = new CourseTaker();
  private final Cast cast;
  private final Map<ShipmentId, PlayedShipment> shipments = new HashMap<>();
  private OrderState state = new OrderState.None();
  private int timer;

  private PlayedOrder(Recording recording, Flow flow, Pool pool) {
    this.recording = recording;
    this.flow = flow;
    this.pool = pool;
    this.dice = new Random(recording.placed().id().hashCode());
    this.agenda = new Agenda(recording.placed().at(), LASTING);
    this.cast = new Cast(agenda, recording.tape(), pool, dice, course);
  }

  /** How the order would have gone in that flow. The same each time. */
  static Course play(Recording recording, Flow flow, Pool pool) {
    return new PlayedOrder(recording, flow, pool).course();
  }

  private Course course() {
    OrderEvent.Placed placed = recording.placed();
    recording.wishes().forEach(wish -> agenda.after(wish.after(), () -> tell(wish.command())));
    tell(new OrderCommand.Place(placed.id(), placed.fingerprint(), placed.content(), flow));
    agenda.run();
    return course.course((Order) state);
  }

  void told(ShipmentSummary summary) {
    tell(new OrderCommand.ShipmentTells(summary));
  }

  /** Whether that was news to it. */
  private boolean tell(OrderCommand command) {
    Decision<OrderEvent, Refusal> decision = OrderDecider.decide(state, command, agenda.now());
    if (decision instanceof Decision.Accepted<OrderEvent, Refusal>(List<OrderEvent> events)) {
      for (OrderEvent event : events) {
        state = OrderEvolver.evolve(state, event);
        course.order((Order) state, agenda.now());
        if (event instanceof OrderEvent.Stepped(StepEvent.Taken taken)) {
          calledBack(taken);
        }
      }
    }
    if (state instanceof Order order) {
      keepGoing(order);
    }
    return decision instanceof Decision.Accepted<OrderEvent, Refusal>;
  }

  private void keepGoing(Order order) {
    cast.keepGoing(
        order.dueCalls(agenda.now(), Set.of()), report -> tell(new OrderCommand.Reported(report)));
    for (Directive directive : order.directives()) {
      shipments
          .computeIfAbsent(directive.plan().id(), id -> new PlayedShipment(this, stage(id)))
          .direct(directive);
    }
    int thisTimer = ++timer;
    order.nextDue(agenda.now()).ifPresent(at -> agenda.at(at.plusMillis(1), () -> due(thisTimer)));
  }

  private PlayedShipment.Stage stage(ShipmentId id) {
    Tape tape = recording.shipments().getOrDefault(id, new Tape());
    return new PlayedShipment.Stage(
        agenda, tape, new Cast(agenda, tape, pool, dice, course), course);
  }

  private void due(int which) {
    if (which == timer) {
      tell(new OrderCommand.Tick());
    }
  }

  /** The payment partner goes on telling as it did then. */
  private void calledBack(StepEvent.Taken taken) {
    for (Tape.CalledBack callback : recording.tape().callbacks(new Errand(taken.step(), false))) {
      agenda.after(callback.after(), () -> calledBack(callback));
    }
  }

  private void calledBack(Tape.CalledBack callback) {
    LedgerEntry entry = ((Order) state).work().ledger().of(Step.AUTHORIZE_PAYMENT).orElse(null);
    if (entry == null) {
      return;
    }
    Money amount = entry.amount() == null ? recording.placed().content().total() : entry.amount();
    Answer.AuthorizationStatus status =
        switch (callback.event()) {
          case StepEvent.Refused e when e.code().equals("payment-voided") ->
              Answer.AuthorizationStatus.VOIDED;
          case StepEvent.Refused e when e.code().equals("payment-expired") ->
              Answer.AuthorizationStatus.EXPIRED;
          case StepEvent.Refused e -> Answer.AuthorizationStatus.DECLINED;
          default -> Answer.AuthorizationStatus.AUTHORIZED; // nothing else comes that way
        };
    tell(
        new OrderCommand.AuthorizationUpdated(
            callback.partner(),
            new Answer.Authorized(entry.ref(), status, amount, entry.expiresAt())));
  }
}
