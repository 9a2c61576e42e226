package dev.crossdock.shipment;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Directive;
import dev.crossdock.order.Hold;
import dev.crossdock.order.PlayedOrder;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Rate;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A shipment that is told one thing after the other: given, when, then. */
final class PlayedShipment {
  private final List<ShipmentEvent> journal = new ArrayList<>();
  private final ShipmentPlan plan;
  private ShipmentState state = new ShipmentState.None();
  private Decision<ShipmentEvent, Refusal> last = new Decision.Ignored<>();
  private Instant now = SomeOrder.NOON;
  private Set<CallId> suspects = Set.of();
  private int scans;

  private PlayedShipment(ShipmentPlan plan) {
    this.plan = plan;
  }

  /** All of an order over 25.00 EUR, from Hamburg. */
  static ShipmentPlan anyPlan() {
    return PlayedOrder.confirmed().order().directives().getFirst().plan();
  }

  /** A shipment that no order has told anything yet. */
  static PlayedShipment unheardOf(ShipmentPlan plan) {
    return new PlayedShipment(plan);
  }

  static PlayedShipment opened() {
    return opened(anyPlan());
  }

  static PlayedShipment opened(ShipmentPlan plan) {
    return unheardOf(plan).directed(false);
  }

  static PlayedShipment quoted(Rate... rates) {
    return opened().answers(Step.QUOTE_RATES, SomeAnswers.quoted(rates));
  }

  static PlayedShipment booked() {
    return quoted(SomeAnswers.rate("swift", "7.00"))
        .answers(Step.BOOK_SHIPMENT, SomeAnswers.booked());
  }

  static PlayedShipment released() {
    return booked()
        .answers(Step.RELEASE_FULFILLMENT, SomeAnswers.fulfilling(FulfillmentStatus.SUBMITTED));
  }

  static PlayedShipment shipped() {
    return released().warehouseTells(FulfillmentStatus.SHIPPED);
  }

  PlayedShipment tell(ShipmentCommand command) {
    last = ShipmentDecider.decide(state, command, now);
    if (last instanceof Decision.Accepted<ShipmentEvent, Refusal>(List<ShipmentEvent> events)) {
      for (ShipmentEvent event : events) {
        state = ShipmentEvolver.evolve(state, event);
        journal.add(event);
      }
    }
    return this;
  }

  /** The order says what it wants. */
  PlayedShipment directed(boolean cancel, Hold.Block... blocks) {
    return tell(new ShipmentCommand.Direct(new Directive(plan, Set.of(blocks), cancel)));
  }

  PlayedShipment recalled() {
    return directed(true);
  }

  PlayedShipment answers(Step step, Answer answer) {
    return ends(step, new Outcome.Succeeded(answer));
  }

  /** The call of that step, which must be due, comes to its end. */
  PlayedShipment ends(Step step, Outcome outcome) {
    return report(due(step), outcome);
  }

  /** The call that takes back what that step acquired, which must be due, comes to its end. */
  PlayedShipment undoEnds(Step step, Outcome outcome) {
    return report(due(step, true).orElseThrow(() -> notDue(step)), outcome);
  }

  private PlayedShipment report(Call call, Outcome outcome) {
    String partner = call.partner() == null ? call.ask().kind().label() : call.partner();
    suspects = suspects.stream().filter(id -> !id.equals(call.id())).collect(Collectors.toSet());
    return tell(new ShipmentCommand.Reported(new Report(call.id(), partner, outcome, 0.5)));
  }

  PlayedShipment warehouseTells(FulfillmentStatus status) {
    return told("warehouse", new Update.FulfillmentUpdated(SomeAnswers.fulfilling(status)));
  }

  /** The carrier tells of one more scan. */
  PlayedShipment scanned(TrackingStatus status) {
    Scan scan = SomeAnswers.scan("scan-" + ++scans, status, now);
    return told("swift", new Update.TrackingUpdated("TRK1", List.of(scan)));
  }

  PlayedShipment told(String partner, Update update) {
    return tell(new ShipmentCommand.Updated(partner, update));
  }

  PlayedShipment later(Duration wait) {
    now = now.plus(wait);
    return this;
  }

  /** To the moment that something is due next. */
  PlayedShipment whenDue() {
    now = shipment().nextDue(now).orElseThrow();
    return this;
  }

  /** The entity dies and is recovered: all that is left is its journal. */
  PlayedShipment recovered() {
    state = new ShipmentState.None();
    journal.forEach(event -> state = ShipmentEvolver.evolve(state, event));
    suspects = shipment().work().suspects();
    return this;
  }

  Shipment shipment() {
    return (Shipment) state;
  }

  Decision<ShipmentEvent, Refusal> last() {
    return last;
  }

  List<ShipmentEvent> journal() {
    return journal;
  }

  Instant now() {
    return now;
  }

  ShipmentStatus status() {
    return shipment().status();
  }

  List<Call> due() {
    return shipment().dueCalls(now, suspects);
  }

  Set<Step> dueSteps() {
    return due().stream()
        .filter(call -> !call.id().undo() && call.id().step() != Step.NOTIFY)
        .map(call -> call.id().step())
        .collect(Collectors.toSet());
  }

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

  private AssertionError notDue(Step step) {
    return new AssertionError(step.label() + " is not due, only " + due());
  }

  StepState stateOf(Step step) {
    return shipment().work().steps().run(step).orElseThrow().state();
  }
}
