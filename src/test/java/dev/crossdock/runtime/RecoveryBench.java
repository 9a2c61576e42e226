package dev.crossdock.runtime;

import dev.crossdock.claim.Subject;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.ops.Supervision;
import dev.crossdock.order.OrderReply;
import dev.crossdock.replay.SomeJournal;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import dev.crossdock.view.Story;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.serialization.SerializationSetup;

/** One order over a journal in a database, and no partner at all, so that its calls are parked. */
final class RecoveryBench implements AutoCloseable {
  static final OrderId ID = Story.id(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ActorTestKit kit;
  private final TestProbe<OrderReply> client;
  private final int snapshotEvery;

  RecoveryBench(SomeJournal journal, int snapshotEvery) {
    this.snapshotEvery = snapshotEvery;
    var config =
        NodeConfig.of(
            Sample.settings(
                Map.of(
                    "crossdock.journal.url", journal.settings().url(),
                    "crossdock.journal.user", journal.database().user(),
                    "crossdock.journal.password", journal.database().password(),
                    "crossdock.runtime.snapshot-every", snapshotEvery,
                    "pekko.loglevel", "OFF")));
    ActorSystemSetup setup =
        ActorSystemSetup.create(
            BootstrapSetup.create(config),
            SerializationSetup.create(any -> Node.serializers(Story.FLOWS, OrderKeys.NONE)));
    kit = ActorTestKit.create(ActorSystem.create(Behaviors.empty(), "recovery", setup));
    client = kit.createTestProbe(OrderReply.class);
  }

  /** Begins it, and has it read what is stored. */
  ActorRef<OrderMessage> begin() {
    Limits limits =
        new Limits(
            Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1000,
            2,
            2,
            snapshotEvery);
    Surroundings surroundings =
        new Surroundings(
            new TestClock(),
            () -> 0.5,
            new Supervision(),
            limits,
            new StatusBoard(),
            new SimpleMeterRegistry());
    return kit.spawn(
        OrderEntity.create(
            ID, new Partners(Map.of(), Map.of()), new Nowhere(), surroundings, context -> {}));
  }

  OrderReply.Now find(ActorRef<OrderMessage> order) {
    order.tell(new OrderMessage.Find(client.getRef()));
    return (OrderReply.Now) client.receiveMessage(PATIENCE);
  }

  void end(ActorRef<OrderMessage> order) {
    order.tell(new OrderMessage.Stop());
    client.expectTerminated(order);
  }

  @Override
  public void close() {
    kit.shutdownTestKit();
  }

  /** Nobody else is there. */
  private static final class Nowhere implements Post {
    @Override
    public void toOrder(OrderId id, OrderMessage message) {}

    @Override
    public void toShipment(ShipmentId id, ShipmentMessage message) {}

    @Override
    public void toClaim(Subject subject, ClaimMessage message) {}

    @Override
    public void awake(OrderId id) {}

    @Override
    public void remind(OrderId id, Instant at) {}

    @Override
    public void remind(ShipmentId id, Instant at) {}
  }
}
