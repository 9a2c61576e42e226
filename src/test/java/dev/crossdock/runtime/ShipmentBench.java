package dev.crossdock.runtime;

import static org.awaitility.Awaitility.await;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Directive;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.shipment.Refusal;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentDecider;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.LineQuantity;
import dev.crossdock.trade.Location;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.ShipmentId;
import dev.crossdock.trade.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** One shipment's entity, and what a test does to it. */
final class ShipmentBench implements AutoCloseable {
  static final ShipmentId ID = Sample.ID.shipment(1);
  static final String PID = "shipment|" + ID.entityId();

  final Rig rig = Rig.create();
  final TestProbe<ShipmentReply> client = rig.kit.createTestProbe(ShipmentReply.class);
  final TestProbe<String> left = rig.kit.createTestProbe(String.class);
  ActorRef<ShipmentMessage> entity = begun();

  static Directive directive() {
    ShipmentPlan plan =
        new ShipmentPlan(
            ID,
            Sample.ID,
            Sample.flow(),
            "PO-1",
            new Location("HEL-1", Sample.home()),
            Sample.home(),
            List.of(new LineQuantity("1", "SKU-1", 2)),
            Weight.grams(500),
            Money.of("44.70", "EUR"),
            "auth-ord_1",
            null,
            null,
            "ada@example.com");
    return new Directive(plan, Set.of(), false);
  }

  static ShipmentState shipment(Directive directive) {
    var decision =
        ShipmentDecider.decide(
            new ShipmentState.None(), new ShipmentCommand.Direct(directive), Sample.NOON);
    ShipmentState state = new ShipmentState.None();
    for (ShipmentEvent event : ((Decision.Accepted<ShipmentEvent, Refusal>) decision).events()) {
      state = ShipmentEvolver.evolve(state, event);
    }
    return state;
  }

  private ActorRef<ShipmentMessage> begun() {
    return rig.spawn(
        ShipmentEntity.create(
            ID,
            rig.partners(),
            rig.letters(),
            rig.surroundings(),
            context -> left.getRef().tell("left")));
  }

  void again() {
    entity.tell(new ShipmentMessage.Stop());
    client.expectTerminated(entity);
    entity = begun();
  }

  void directed() {
    entity.tell(new ShipmentMessage.Direct(directive()));
  }

  /** Two carriers are asked for rates; the second is cheaper. */
  void rated() {
    directed();
    Rig.answer(carrier(), "carrier", quoted("carrier", "9.00"));
    Rig.answer(carrier(), "parcelwolf", quoted("parcelwolf", "5.00"));
  }

  private Gateway.Submit carrier() {
    return rig.asked(Ask.QuoteRates.class);
  }

  private static Outcome quoted(String carrier, String price) {
    return new Outcome.Succeeded(new Answer.Quoted(List.of(Willing.rate(carrier, price))));
  }

  ShipmentState state() {
    entity.tell(new ShipmentMessage.Find(client.getRef()));
    return ((ShipmentReply.Now) client.receiveMessage()).state();
  }

  void awaits(Step step, StepState state) {
    await().until(() -> ((Shipment) state()).work().steps().is(step, state));
  }

  /** The next summary that the order is sent. */
  ShipmentSummary told() {
    while (true) {
      if (rig.post.receiveMessage().message()
          instanceof OrderMessage.ShipmentTells(ShipmentSummary it)) {
        return it;
      }
    }
  }

  Instant reminder() {
    while (true) {
      if (rig.post.receiveMessage().message() instanceof Instant at) {
        return at;
      }
    }
  }

  @Override
  public void close() {
    rig.close();
  }
}
