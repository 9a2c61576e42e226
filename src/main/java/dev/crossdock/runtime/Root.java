package dev.crossdock.runtime;

import dev.crossdock.ops.Recorder;
import dev.crossdock.ops.Supervision.Branch;
import dev.crossdock.partner.Partner;
import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.ReadSide;
import dev.crossdock.view.Wakes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.ShardedDaemonProcess;
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
  private final ReadSide readSide;
  private final Surroundings surroundings;
  private final CompletableFuture<Regions> started;

  /** What the root is told. */
  sealed interface Message {}

  private record GatewaysUp(Partners partners) implements Message {}

  private Root(
      ActorContext<Message> context,
      ReadSide readSide,
      Surroundings surroundings,
      CompletableFuture<Regions> started) {
    this.context = context;
    this.readSide = readSide;
    this.surroundings = surroundings;
    this.started = started;
  }

  /**
   * The root.
   *
   * @param pacers made within the root: who keeps to the rate limits
   * @param started completed once the regions are
   */
  static Behavior<Message> create(
      Map<String, PartnerSettings> settings,
      Map<String, Partner> adapters,
      ReadSide readSide,
      Surroundings surroundings,
      Function<ActorContext<?>, Function<PartnerSettings, Pacer>> pacers,
      CompletableFuture<Regions> started) {
    return Behaviors.setup(
        context -> {
          ActorRef<Message> self = context.getSelf();
          ActorRef<Void> partners =
              context.spawn(
                  Partners.supervisor(
                      settings,
                      adapters,
                      surroundings,
                      pacers.apply(context),
                      up -> self.tell(new GatewaysUp(up))),
                  "partners");
          context.watch(partners);
          return new Root(context, readSide, surroundings, started).running();
        });
  }

  private Behavior<Message> running() {
    return Behaviors.receive(Message.class)
        .onMessage(GatewaysUp.class, this::gatewaysUp)
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
    ActorRef<FollowerMessage> follower =
        context.spawn(
            bounded(
                FollowerMessage.class,
                "follower",
                Follower.create(orders(system), Journal.of(system))),
            "follower");
    context.watch(follower);
    Regions regions = Regions.start(system, up.partners(), reminders, follower, surroundings);
    readSide(system);
    wakers(system, regions);
    started.complete(regions);
    return Behaviors.same();
  }

  private static BiConsumer<OrderId, OrderMessage> orders(ActorSystem<?> system) {
    ClusterSharding sharding = ClusterSharding.get(system);
    return (id, message) -> sharding.entityRefFor(OrderEntity.KEY, id.entityId()).tell(message);
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

  /** Whatever fails there is tried again for ever: answers grow old meanwhile, orders go on. */
  private void readSide(ActorSystem<?> system) {
    Branch branch = surroundings.supervision().root().child("read-side", "supervisor");
    context.spawn(unbounded(readSide.watch()), "read-side-lag");
    context.spawn(unbounded(PastWatch.create(readSide, surroundings)), "past");
    ClusterSingleton.get(system)
        .init(SingletonActor.of(unbounded(readSide.writer(branch)), "read-side"));
  }

  /** Each has its share of those who are to be woken, wherever in the cluster it runs. */
  private void wakers(ActorSystem<?> system, Post post) {
    Branch branch = surroundings.supervision().root().child("waker", "supervisor");
    ShardedDaemonProcess.get(system)
        .init(
            Waker.Message.class,
            "waker",
            Waker.WORKERS,
            worker ->
                Recorder.supervised(
                    Waker.Message.class,
                    branch.child("waker-" + worker, "worker"),
                    Waker.create(
                        readSide.wakes(),
                        Wakes.Slices.of(worker, Waker.WORKERS),
                        post,
                        surroundings),
                    slowlyAgain()));
  }

  private static <M> Behavior<M> unbounded(Behavior<M> behavior) {
    return Behaviors.supervise(behavior).onFailure(slowlyAgain());
  }

  private static SupervisorStrategy slowlyAgain() {
    return SupervisorStrategy.restartWithBackoff(
        Duration.ofMillis(500), Duration.ofSeconds(30), 0.2);
  }

  private Behavior<Message> pastMending(String what, Throwable cause) {
    context.getLog().error("{} is past mending", what, cause);
    started.completeExceptionally(new IllegalStateException(what + " is past mending", cause));
    CoordinatedShutdown.get(context.getSystem()).runAll(PAST_MENDING);
    return Behaviors.same();
  }
}
