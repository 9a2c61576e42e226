package dev.crossdock.order;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.StepState;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order that is told one thing after the other: given, when, then. */
public final class PlayedOrder {
  private final List<OrderEvent> journal = new ArrayList<>();
  private OrderState state = new OrderState.None();
  private Decision<OrderEvent, Refusal> last = new Decision.Ignored<>();
  private Instant now = SomeOrder.NOON;
  private Set<CallId> suspects = Set.of();

  /** An order that was never placed. */
  static PlayedOrder unheardOf() {
    return new PlayedOrder();
  }

  static PlayedOrder placed() {
    return placed(SomeOrder.anyOrder());
  }

  static PlayedOrder placed(OrderContent content) {
    return placed(content, SomeFlow.parcel());
  }

  static PlayedOrder placed(OrderContent content, Flow flow) {
    return unheardOf().tell(SomeOrder.place(content, flow));
  }

  /** Placed, with everything answered well but the authorization. */
  static PlayedOrder readyToPay(OrderContent content, Answer.Allocation... allocations) {
    return placed(content)
        .answers(Step.VALIDATE_ADDRESS, SomeAnswers.validAddress())
        .answers(Step.CHECK_CUSTOMER, SomeAnswers.approved())
        .answers(Step.CHECK_FRAUD, SomeAnswers.passed())
        .answers(Step.RESERVE_INVENTORY, SomeAnswers.reserved(allocations));
  }

  static PlayedOrder readyToPay() {
    return readyToPay(SomeOrder.anyOrder(), SomeAnswers.at("HAM", "1", 2));
  }

  static PlayedOrder confirmed(OrderContent content, Answer.Allocation... allocations) {
    return readyToPay(content, allocations)
        .answers(Step.AUTHORIZE_PAYMENT, SomeAnswers.authorized(content.total()));
  }

  /** Confirmed, with a shipment from Hamburg. */
  public static PlayedOrder confirmed() {
    return confirmed(SomeOrder.anyOrder(), SomeAnswers.at("HAM", "1", 2));
  }

  /** Confirmed, with a shipment of one piece from Hamburg and one from Munich. */
  static PlayedOrder confirmedFromTwoPlaces() {
    return confirmed(
        SomeOrder.anyOrder(), SomeAnswers.at("HAM", "1", 1), SomeAnswers.at("MUC", "1", 1));
  }

  PlayedOrder tell(OrderCommand command) {
    last = OrderDecider.decide(state, command, now);
    if (last instanceof Decision.Accepted<OrderEvent, Refusal>(List<OrderEvent> events)) {
      for (OrderEvent event : events) {
        state = OrderEvolver.evolve(state, event);
        journal.add(event);
      }
    }
    return this;
  }

  /** The call of that step, which must be due, comes to its end. */
  PlayedOrder answers(Step step, Answer answer) {
    return ends(step, new Outcome.Succeeded(answer));
  }

  /** The call of that step, which must be due, comes to its end. */
  PlayedOrder ends(Step step, Outcome outcome) {
    return report(due(step, false).orElseThrow(() -> notDue(step)), outcome);
  }

  /** The call that takes back what that step acquired, which must be due, comes to its end. */
  PlayedOrder undoEnds(Step step, Outcome outcome) {
    return report(due(step, true).orElseThrow(() -> notDue(step)), outcome);
  }

  private AssertionError notDue(Step step) {
    return new AssertionError(step.label() + " is not due, only " + due());
  }

  private PlayedOrder report(Call call, Outcome outcome) {
    String partner = call.ask().kind().label();
    suspects = suspects.stream().filter(id -> !id.equals(call.id())).collect(Collectors.toSet());
    return tell(new OrderCommand.Reported(new Report(call.id(), partner, outcome, 0.5)));
  }

  PlayedOrder cancelled() {
    return tell(new OrderCommand.Cancel("changed my mind", "merchant"));
  }

  /** Its only shipment, or the one with that number, tells. */
  PlayedOrder shipmentTells(int number, ShipmentStatus status) {
    return shipmentTells(number, status, "0", null);
  }

  PlayedOrder shipmentTells(
      int number, ShipmentStatus status, String captured, @Nullable String cancellationRefused) {
    ShipmentSummary known = order().consignments().get(number - 1).summary();
    return tell(
        new OrderCommand.ShipmentTells(
            new ShipmentSummary(
                known.id(),
                known.version() + 1,
                status,
                null,
                null,
                null,
                null,
                known.trackingStatus(),
                null,
                Money.of(captured, "EUR"),
                Map.of(),
                cancellationRefused)));
  }

  /** Its first shipment has arrived, and the payment partner does not pay for it. */
  PlayedOrder arrivesUnpaid() {
    shipmentTells(1, ShipmentStatus.DELIVERED);
    ShipmentSummary told = order().consignments().getFirst().summary();
    StepRun refused =
        new StepRun(StepState.FAILED, 1, 0, now, now, null, null, "payment", "expired");
    return tell(
        new OrderCommand.ShipmentTells(
            new ShipmentSummary(
                told.id(),
                told.version() + 1,
                told.status(),
                null,
                null,
                null,
                null,
                told.trackingStatus(),
                null,
                told.captured(),
                Map.of(Step.CAPTURE_PAYMENT, refused),
                null)));
  }

  PlayedOrder later(Duration wait) {
    now = now.plus(wait);
    return this;
  }

  /** To the moment that something is due next. */
  PlayedOrder whenDue() {
    now = order().nextDue(now).orElseThrow();
    return this;
  }

  /** The entity dies and is recovered: all that is left is its journal. */
  PlayedOrder recovered() {
    state = new OrderState.None();
    journal.forEach(event -> state = OrderEvolver.evolve(state, event));
    suspects = order().work().suspects();
    return this;
  }

  public Order order() {
    return (Order) state;
  }

  Decision<OrderEvent, Refusal> last() {
    return last;
  }

  /** What the last command led to. */
  List<OrderEvent> lastEvents() {
    return last instanceof Decision.Accepted<OrderEvent, Refusal>(List<OrderEvent> events)
        ? events
        : List.of();
  }

  List<OrderEvent> journal() {
    return journal;
  }

  Instant now() {
    return now;
  }

  List<Call> due() {
    return order().dueCalls(now, suspects);
  }

  /** Steps that are due, forward; notices not among them. */
  Set<Step> dueSteps() {
    return due().stream()
        .filter(call -> !call.id().undo() && call.id().step() != Step.NOTIFY)
        .map(call -> call.id().step())
        .collect(Collectors.toSet());
  }

  /** Steps that are to be undone now. */
  Set<Step> dueUndos() {
    return due().stream()
        .filter(call -> call.id().undo())
        .map(call -> call.id().step())
        .collect(Collectors.toSet());
  }

  Call due(Step step) {
    return due(step, false).orElseThrow(() -> notDue(step));
  }

  private Optional<Call> due(Step step, boolean undo) {
    return due().stream()
        .filter(call -> call.id().step() == step && call.id().undo() == undo)
        .findFirst();
  }

  StepState stateOf(Step step) {
    return order().work().steps().run(step).orElseThrow().state();
  }

  OrderStatus status() {
    return order().status();
  }
}
