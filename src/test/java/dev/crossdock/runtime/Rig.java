package dev.crossdock.runtime;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.crossdock.claim.Subject;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.ops.Supervision;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.settings.Settings;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.apache.pekko.serialization.SerializationSetup;

/**
 * An actor system with a journal in memory that serializes as the real one does, one gateway for
 * all partners that the test plays, and a post whose letters the test reads.
 */
final class Rig implements AutoCloseable {
  /** A letter of an entity. */
  record Sent(Object to, Object message) {}

  final ActorTestKit kit;
  final PersistenceTestKit journal;
  final TestClock clock = new TestClock();
  final Supervision supervision = new Supervision();
  final StatusBoard board = new StatusBoard();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final Settings settings = Sample.settings(Map.of());
  final TestProbe<Gateway.Message> gateway;
  final TestProbe<Sent> post;

  /** Orders that announced themselves. */
  final Queue<OrderId> awake = new ConcurrentLinkedQueue<>();

  /** How often the dice fail from now on. */
  final AtomicInteger diceFailures = new AtomicInteger();

  private final List<ActorRef<?>> spawned = new ArrayList<>();
  private final boolean alone;

  private Rig(ActorTestKit kit, boolean alone) {
    this.kit = kit;
    this.alone = alone;
    journal = PersistenceTestKit.create(kit.system());
    journal.clearAll();
    journal.resetPolicy();
    gateway = kit.createTestProbe("gateway", Gateway.Message.class);
    post = kit.createTestProbe("post", Sent.class);
  }

  /** Time passes by itself for timers, though not for the clock. */
  static Rig create() {
    return new Rig(Shared.KIT, false);
  }

  /** Timers, too, wait for the test. */
  static Rig withManualTime() {
    return new Rig(SharedManually.KIT, false);
  }

  /** With an actor system that the test may stop. */
  static Rig alone() {
    return new Rig(kit(config()), true);
  }

  /** With a cluster of one that nobody joins, and timers that wait for the test. */
  static Rig inCluster() {
    Config cluster =
        ConfigFactory.parseMap(
            Map.of(
                "pekko.actor.provider", "cluster",
                "pekko.remote.artery.canonical.hostname", "127.0.0.1",
                "pekko.remote.artery.canonical.port", 0));
    return new Rig(kit(cluster.withFallback(ManualTime.config()).withFallback(config())), true);
  }

  /** Actor systems take long to begin and to end. */
  private static final class Shared {
    static final ActorTestKit KIT = kit(config());
  }

  private static final class SharedManually {
    static final ActorTestKit KIT = kit(ManualTime.config().withFallback(config()));
  }

  private static ActorTestKit kit(Config config) {
    Flows flows = new Flows(List.of(Sample.flow()), List.of());
    return ActorTestKit.create(
        ActorSystem.create(
            Behaviors.empty(),
            "rig",
            ActorSystemSetup.create(
                BootstrapSetup.create(config.withFallback(ConfigFactory.load())),
                SerializationSetup.create(any -> Node.serializers(flows, OrderKeys.NONE)))));
  }

  /** An actor that ends with the test. */
  <M> ActorRef<M> spawn(Behavior<M> behavior) {
    ActorRef<M> actor = kit.spawn(behavior);
    spawned.add(actor);
    return actor;
  }

  private static Config config() {
    return ConfigFactory.parseMap(
            Map.of(
                "pekko.daemonic", "on",
                "pekko.loglevel", "OFF",
                "pekko.stdout-loglevel", "OFF",
                "pekko.actor.provider", "local",
                "pekko.log-dead-letters", "off"))
        .withFallback(PersistenceTestKitPlugin.config());
  }

  Surroundings surroundings() {
    return new Surroundings(clock, this::roll, supervision, limits(), board, meters);
  }

  private double roll() {
    if (diceFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("the dice fell off the table");
    }
    return 0.5;
  }

  static Limits limits() {
    return new Limits(
        Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofSeconds(5), 1000, 2, 2, 100);
  }

  Partners partners() {
    Map<String, ActorRef<Gateway.Message>> gateways = new HashMap<>();
    settings.partners().keySet().forEach(name -> gateways.put(name, gateway.getRef()));
    return new Partners(gateways, settings.partners());
  }

  /** Whatever was sent so far is not looked at. */
  void dropLetters() {
    Sent fence = new Sent("fence", "fence");
    post.getRef().tell(fence);
    Sent sent = post.receiveMessage();
    while (!sent.equals(fence)) {
      sent = post.receiveMessage();
    }
  }

  /** The next call, which must be that one. */
  <A extends Ask> Gateway.Submit asked(Class<A> ask) {
    Gateway.Submit submit = gateway.expectMessageClass(Gateway.Submit.class);
    if (!ask.isInstance(submit.call().ask())) {
      throw new AssertionError("expected " + ask.getSimpleName() + " but was " + submit.call());
    }
    return submit;
  }

  /** The next so many calls. */
  Calls asked(int howMany) {
    return Calls.of(
        gateway.receiveSeveralMessages(howMany).stream().map(Gateway.Submit.class::cast).toList());
  }

  static void yes(Gateway.Submit submit) {
    answer(submit, Willing.to(submit.call().ask()));
  }

  static void answer(Gateway.Submit submit, Outcome outcome) {
    answer(submit, "partner", outcome);
  }

  static void answer(Gateway.Submit submit, String partner, Outcome outcome) {
    submit.replyTo().tell(new Gateway.Answered(partner, submit.call(), outcome));
  }

  Post letters() {
    return new Post() {
      @Override
      public void toOrder(OrderId id, OrderMessage message) {
        send(id, message);
      }

      @Override
      public void toShipment(ShipmentId id, ShipmentMessage message) {
        send(id, message);
      }

      @Override
      public void toClaim(Subject subject, ClaimMessage message) {
        send(subject, message);
      }

      @Override
      public void awake(OrderId id) {
        awake.add(id);
      }

      @Override
      public void remind(OrderId id, Instant at) {
        send(id, at);
      }

      @Override
      public void remind(ShipmentId id, Instant at) {
        send(id, at);
      }

      private void send(Object to, Object message) {
        post.getRef().tell(new Sent(to, message));
      }
    };
  }

  @Override
  public void close() {
    if (alone) {
      kit.shutdownTestKit();
    } else {
      spawned.forEach(actor -> kit.stop(actor));
    }
  }
}
