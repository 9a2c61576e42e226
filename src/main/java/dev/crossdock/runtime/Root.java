package dev.crossdock.runtime;

import dev.crossdock.ops.Recorder;
import dev.crossdock.ops.Supervision.Branch;
import dev.crossdock.partner.Partner;
import dev.crossdock.settings.PartnerSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.SingletonActor;

/**
 * The top of the tree. Its children mend themselves within their bounds; when one of them is past
 * that, the node is stopped in good order, and whoever runs it starts it again.
 */
final class Root {
  /** Why a node stops that was not told to. */
  static final CoordinatedShutdown.Reason PAST_MENDING =
      new CoordinatedShutdown.Reason() {
        @Override
        public String toString() {
          return "past mending";
        }
      };

  private static final int RESTARTS_MAX = 10;

  private final ActorContext<Message> context;
  private final Surroundings surroundings;
  private final CompletableFuture<Regions> started;

  /** What the root is told. */
  sealed interface Message {}

  private record GatewaysUp(Partners partners) implements Message {}

  /** Something that does not live below the root itself was given up. */
  private record GivenUp(String what, Throwable cause) implements Message {}

  private Root(
      ActorContext<Message> context,
      Surroundings surroundings,
      CompletableFuture<Regions> started) {
    this.context = context;
    this.surroundings = surroundings;
    this.started = started;
  }

  /**
   * The root.
   *
   * @param started completed once the regions are
   */
  static Behavior<Message> create(
      Map<String, PartnerSettings> settings,
      Map<String, Partner> adapters,
      Surroundings surroundings,
      CompletableFuture<Regions> started) {
    return Behaviors.setup(
        context -> {
          ActorRef<Message> self = context.getSelf();
          ActorRef<Void> partners =
              context.spawn(
                  Partners.supervisor(
                      settings, adapters, surroundings, up -> self.tell(new GatewaysUp(up))),
                  "partners");
          context.watch(partners);
          return new Root(context, surroundings, started).running();
        });
  }

  private Behavior<Message> running() {
    return Behaviors.receive(Message.class)
        .onMessage(GatewaysUp.class, this::gatewaysUp)
        .onMessage(GivenUp.class, up -> pastMending(up.what(), up.cause()))
        .onSignal(ChildFailed.class, up -> pastMending(up.getRef().path().name(), up.getCause()))
        .build();
  }

  private Behavior<Message> gatewaysUp(GatewaysUp up) {
    ActorRef<Reminders.Message> reminders =
        context.spawn(
            bounded(Reminders.Message.class, "reminders", Reminders.create(surroundings)),
            "reminders");
    context.watch(reminders);
    var system = context.getSystem();
    Regions regions = Regions.start(system, up.partners(), reminders, surroundings);
    Journal journal = Journal.of(system);
    ClusterSingleton.get(system)
        .init(
            SingletonActor.of(
                watched(
                    context.getSelf(),
                    bounded(
                        Waker.Message.class,
                        "waker",
                        Waker.create(journal.persistenceIds(), regions, surroundings))),
                "waker"));
    started.complete(regions);
    return Behaviors.same();
  }

  private <M> Behavior<M> bounded(Class<M> messages, String name, Behavior<M> behavior) {
    Branch branch = surroundings.supervision().root().child(name, "worker");
    return Recorder.supervised(
        messages,
        branch,
        behavior,
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(500), Duration.ofSeconds(10), 0.2)
            .withMaxRestarts(RESTARTS_MAX));
  }

  /** The singleton's own parent would not even notice that it is gone. */
  private static Behavior<Void> watched(ActorRef<Message> root, Behavior<Waker.Message> waker) {
    return Behaviors.setup(
        context -> {
          context.watch(context.spawn(waker, "waker"));
          return Behaviors.receive(Void.class)
              .onSignal(
                  ChildFailed.class,
                  failed -> {
                    root.tell(new GivenUp("waker", failed.getCause()));
                    return Behaviors.same();
                  })
              .build();
        });
  }

  private Behavior<Message> pastMending(String what, Throwable cause) {
    context.getLog().error("{} is past mending", what, cause);
    started.completeExceptionally(new IllegalStateException(what + " is past mending", cause));
    CoordinatedShutdown.get(context.getSystem()).runAll(PAST_MENDING);
    return Behaviors.same();
  }
}
