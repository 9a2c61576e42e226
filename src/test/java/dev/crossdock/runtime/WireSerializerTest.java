package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.claim.Callback;
import dev.crossdock.claim.Callbacks.Receipt;
import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.order.Directive;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.Refusal;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.trade.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That whatever one node tells another arrives as it was sent. */
final class WireSerializerTest {
  private final Rig rig = Rig.create();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void bringsEveryMessageAcross() {
    var serialization = SerializationExtension.get(rig.kit.system());
    for (Object message : messages()) {
      var serializer = serialization.findSerializerFor(message);
      assertThat(serializer).as(message.toString()).isInstanceOf(WireSerializer.class);
      byte[] bytes = serialization.serialize(message).get();
      String manifest = Serializers.manifestFor(serializer, message);
      assertThat(serialization.deserialize(bytes, serializer.identifier(), manifest).get())
          .isEqualTo(message);
    }
  }

  @Test
  void knowsEveryMessageThereIs() {
    Set<Class<?>> sent =
        messages().stream().map(Object::getClass).collect(Collectors.toUnmodifiableSet());
    assertThat(sent).containsExactlyInAnyOrderElementsOf(travelling());
  }

  private static List<Class<?>> travelling() {
    return Stream.of(
            OrderMessage.class,
            ShipmentMessage.class,
            ClaimMessage.class,
            FollowerMessage.class,
            RateMessage.class,
            OrderReply.class,
            ShipmentReply.class)
        .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
        .filter(type -> Wire.class.isAssignableFrom(type) || !type.getName().contains("Message"))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(),
                types ->
                    Stream.<Class<?>>concat(types.stream(), Stream.of(Handed.class)).toList()));
  }

  private List<Object> messages() {
    ActorRef<OrderReply> client = rig.kit.createTestProbe(OrderReply.class).getRef();
    ActorRef<ShipmentReply> reader = rig.kit.createTestProbe(ShipmentReply.class).getRef();
    ActorRef<Handed> partner = rig.kit.createTestProbe(Handed.class).getRef();
    ActorRef<FollowerMessage> node = rig.kit.createTestProbe(FollowerMessage.class).getRef();
    OrderEvent placed = placed();
    OrderState order = OrderEvolver.evolve(new OrderState.None(), placed);
    Subject subject = new Subject("default", "payment", "authorization/auth-1");
    Claimant claimant = new Claimant(Claimant.Kind.ORDER, Sample.ID.entityId());
    Update update = authorized();
    Directive directive = ShipmentBench.directive();
    return List.of(
        new OrderMessage.Place(Sample.place(), client),
        new OrderMessage.Cancel(new OrderCommand.Cancel("no", "me"), client),
        new OrderMessage.Find(client),
        new OrderMessage.Follow(node),
        new OrderMessage.ShipmentTells(ShipmentSummary.unheardOf(directive.plan(), Sample.NOON)),
        new OrderMessage.DirectiveTaken(directive),
        new OrderMessage.SubjectOwned(subject, claimant),
        new OrderMessage.Called("msg-1", "payment", update, partner),
        new OrderMessage.Wake(),
        new ShipmentMessage.Direct(directive),
        new ShipmentMessage.Find(reader),
        new ShipmentMessage.SummaryTaken(7),
        new ShipmentMessage.SubjectOwned(subject, claimant),
        new ShipmentMessage.Called("msg-1", "payment", update, partner),
        new ShipmentMessage.Wake(),
        new ClaimMessage.Stake(subject, claimant),
        new ClaimMessage.Deliver(new Callback("default", "payment", "msg-1", update), partner),
        new FollowerMessage.Progress(Sample.ID, 1, List.of(placed)),
        new FollowerMessage.Standing(Sample.ID, order, 1),
        new FollowerMessage.Awake(Sample.ID),
        lease(),
        new RateMessage.Granted("payment", List.of(0L, 200_000_000L)),
        new Handed("msg-1", Receipt.KEPT_ASIDE),
        new OrderReply.Now(order, 1, true),
        new OrderReply.No(Refusal.KEY_REUSED),
        new ShipmentReply.Now(ShipmentBench.shipment(directive), 1, false),
        new ShipmentReply.No(dev.crossdock.shipment.Refusal.NO_SUCH_SHIPMENT));
  }

  private RateMessage lease() {
    return new RateMessage.Lease("payment", 3, rig.kit.createTestProbe(RateMessage.class).getRef());
  }

  private static Update authorized() {
    return new Update.AuthorizationUpdated(
        Willing.authorized(
            Answer.AuthorizationStatus.AUTHORIZED, Money.of("44.70", "EUR"), "auth-1"));
  }

  private static OrderEvent placed() {
    var decision = OrderDecider.decide(new OrderState.None(), Sample.place(), Sample.NOON);
    return ((dev.crossdock.flow.Decision.Accepted<OrderEvent, Refusal>) decision)
        .events()
        .getFirst();
  }
}
