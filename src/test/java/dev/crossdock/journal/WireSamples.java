package dev.crossdock.journal;

import static dev.crossdock.journal.Samples.AT;

import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.Directive;
import dev.crossdock.order.Hold;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What nodes say to each other, each kind once, and each reason to refuse. */
final class WireSamples {
  static final List<Outcome> OUTCOMES =
      List.of(
          new Outcome.Succeeded(Samples.AUTHORIZED),
          new Outcome.Refused("http-422", "no such method"),
          new Outcome.Unanswered(Outcome.Reach.NOT_ACTED_ON, "429", Duration.ofMillis(1500)));

  static final OrderState ORDER = order();
  static final ShipmentState SHIPMENT = shipment();

  static final List<OrderState> ORDER_STATES =
      List.of(
          new OrderState.None(),
          ORDER,
          new OrderState.Quarantined("event 3 is missing", (dev.crossdock.order.Order) ORDER),
          new OrderState.Quarantined("unreadable event", null));

  static final List<ShipmentState> SHIPMENT_STATES =
      List.of(
          new ShipmentState.None(),
          SHIPMENT,
          new ShipmentState.Quarantined(
              "unreadable event", (dev.crossdock.shipment.Shipment) SHIPMENT));

  static final List<OrderCommand> ORDER_COMMANDS =
      Stream.concat(
              Stream.<OrderCommand>of(
                  new OrderCommand.Place(
                      EventSamples.ORDER, "sha256-abc", EventSamples.CONTENT, Samples.PARCEL),
                  new OrderCommand.Cancel("changed my mind", "customer"),
                  new OrderCommand.AuthorizationUpdated("payments", Samples.AUTHORIZED),
                  new OrderCommand.ShipmentTells(EventSamples.SUMMARY),
                  new OrderCommand.DuplicateFound(new OrderId("default", "ord_0")),
                  new OrderCommand.Tick()),
              OUTCOMES.stream().map(o -> new OrderCommand.Reported(report(o))))
          .toList();

  static final List<OrderReply> ORDER_REPLIES =
      Stream.concat(
              ORDER_STATES.stream().<OrderReply>map(state -> new OrderReply.Now(state, 12, true)),
              Arrays.stream(dev.crossdock.order.Refusal.values()).map(OrderReply.No::new))
          .toList();

  static final Directive DIRECTIVE =
      new Directive(EventSamples.PLAN, Set.of(Hold.Block.CAPTURE, Hold.Block.BOOK), true);

  static final List<ShipmentCommand> SHIPMENT_COMMANDS =
      Stream.of(
              Stream.<ShipmentCommand>of(
                  new ShipmentCommand.Direct(DIRECTIVE), new ShipmentCommand.Tick()),
              OUTCOMES.stream().map(o -> new ShipmentCommand.Reported(report(o))),
              Samples.UPDATES.stream().map(u -> new ShipmentCommand.Updated("alpha", u)))
          .<ShipmentCommand>flatMap(s -> s)
          .toList();

  static final List<ShipmentReply> SHIPMENT_REPLIES =
      Stream.concat(
              SHIPMENT_STATES.stream()
                  .<ShipmentReply>map(state -> new ShipmentReply.Now(state, 3, false)),
              Arrays.stream(dev.crossdock.shipment.Refusal.values()).map(ShipmentReply.No::new))
          .toList();

  static final List<Update> UPDATES = Samples.UPDATES;

  private WireSamples() {}

  private static Report report(Outcome outcome) {
    return new Report(CallId.undo(Step.BOOK_SHIPMENT, 2), "alpha", outcome, 0.25);
  }

  private static OrderState order() {
    return Stream.of(
            EventSamples.PLACED,
            took(Step.VALIDATE_ADDRESS, Samples.ANSWERS.get(1)),
            took(Step.CHECK_CUSTOMER, Samples.ANSWERS.get(2)),
            took(Step.CHECK_FRAUD, Samples.ANSWERS.get(3)),
            took(Step.RESERVE_INVENTORY, Samples.ANSWERS.get(4)),
            took(Step.AUTHORIZE_PAYMENT, Samples.AUTHORIZED),
            new OrderEvent.HoldPlaced(EventSamples.HOLD, AT),
            new OrderEvent.Confirmed(List.of(EventSamples.PLAN), AT),
            new OrderEvent.ShipmentTold(EventSamples.SUMMARY, AT),
            new OrderEvent.Turned(EventSamples.ENDING, AT))
        .reduce((OrderState) new OrderState.None(), OrderEvolver::evolve, (a, b) -> b);
  }

  private static OrderEvent took(Step step, Answer answer) {
    return new OrderEvent.Stepped(new StepEvent.Succeeded(step, 1, "alpha", answer, AT));
  }

  private static ShipmentState shipment() {
    return Stream.of(
            EventSamples.OPENED,
            ship(Step.QUOTE_RATES, new Answer.Quoted(List.of(Samples.RATE))),
            ship(Step.BOOK_SHIPMENT, Samples.BOOKED),
            new ShipmentEvent.BlocksChanged(Set.of(Hold.Block.CAPTURE, Hold.Block.ALL), AT),
            new ShipmentEvent.Scanned(List.of(Samples.SCAN), AT),
            new ShipmentEvent.RecallRefused("already scanned", AT))
        .reduce((ShipmentState) new ShipmentState.None(), ShipmentEvolver::evolve, (a, b) -> b);
  }

  private static ShipmentEvent ship(Step step, Answer answer) {
    return new ShipmentEvent.Stepped(new StepEvent.Succeeded(step, 1, "alpha", answer, AT));
  }
}
