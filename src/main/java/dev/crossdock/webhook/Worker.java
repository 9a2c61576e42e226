package dev.crossdock.webhook;

import dev.crossdock.ops.Recorder;
import dev.crossdock.ops.Supervision.Branch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Looks after its share of the endpoints: whenever something is due to one, its deliverer is told.
 * A deliverer that is past mending is left alone for a minute; the others go on.
 */
final class Worker extends AbstractBehavior<Worker.Message> {
  private static final int RESTARTS_MAX = 10;
  private static final Duration REST = Duration.ofMinutes(1);

  /** What it is told. */
  sealed interface Message {}

  private record Look() implements Message {}

  private record Due(List<String> endpointIds) implements Message {}

  private record Unknown(Throwable failure) implements Message {}

  /** Its share is given to another node. */
  record Stop() implements Message {}

  private final int number;
  private final DeliveryParts parts;
  private final Branch branch;
  private final Map<String, ActorRef<Deliverer.Message>> deliverers = new HashMap<>();
  private final Map<String, Instant> resting = new HashMap<>();
  private boolean looking;
  private boolean failing;

  private Worker(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      int number,
      DeliveryParts parts,
      Branch branch) {
    super(context);
    this.number = number;
    this.parts = parts;
    this.branch = branch;
    timers.startTimerWithFixedDelay(new Look(), Duration.ZERO, parts.settings().poll());
    if (number == 0) {
      housekeeping();
    }
  }

  /** A worker, supervised: it restarts within its bound, and then it is begun anew. */
  static Behavior<Message> create(int number, DeliveryParts parts, Branch webhooks) {
    return Behaviors.setup(
        any -> {
          Branch branch = webhooks.child("worker-" + number, "worker");
          return bounded(
              Message.class,
              branch,
              Behaviors.setup(
                  context ->
                      Behaviors.withTimers(
                          timers -> new Worker(context, timers, number, parts, branch))));
        });
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Look.class, any -> look())
        .onMessage(Due.class, this::due)
        .onMessage(Unknown.class, this::unknown)
        .onMessage(Stop.class, any -> Behaviors.stopped())
        .onSignal(ChildFailed.class, this::failed)
        .onSignal(Terminated.class, this::left)
        .build();
  }

  private Behavior<Message> look() {
    if (!looking) {
      looking = true;
      Instant now = parts.clock().instant();
      getContext()
          .pipeToSelf(
              parts
                  .store()
                  .run(
                      connection ->
                          DeliveryTable.dueEndpoints(
                              connection, number, parts.settings().workers(), now)),
              (ids, failure) -> failure == null ? new Due(ids) : new Unknown(failure));
    }
    return this;
  }

  private Behavior<Message> due(Due due) {
    looking = false;
    failing = false;
    Instant now = parts.clock().instant();
    resting.values().removeIf(until -> !until.isAfter(now));
    due.endpointIds().stream()
        .filter(id -> !resting.containsKey(id))
        .forEach(id -> deliverers.computeIfAbsent(id, this::deliverer).tell(new Deliverer.Look()));
    return this;
  }

  /** It is looked again soon; that it failed is said once, not every second. */
  private Behavior<Message> unknown(Unknown unknown) {
    looking = false;
    if (!failing) {
      getContext().getLog().warn("what is due cannot be read", unknown.failure());
    }
    failing = true;
    return this;
  }

  private ActorRef<Deliverer.Message> deliverer(String endpointId) {
    ActorRef<Deliverer.Message> deliverer =
        getContext()
            .spawn(
                bounded(
                    Deliverer.Message.class,
                    branch.child(endpointId, "deliverer"),
                    Deliverer.create(endpointId, parts)),
                endpointId);
    getContext().watch(deliverer);
    return deliverer;
  }

  private Behavior<Message> failed(ChildFailed failed) {
    String name = failed.getRef().path().name();
    getContext().getLog().error("{} is past mending for now", name, failed.getCause());
    resting.put(name, parts.clock().instant().plus(REST));
    return left(failed);
  }

  private Behavior<Message> left(Terminated gone) {
    deliverers.remove(gone.getRef().path().name());
    return this;
  }

  private void housekeeping() {
    getContext()
        .spawn(
            bounded(
                Housekeeping.Message.class,
                branch.child("housekeeping", "worker"),
                Housekeeping.create(parts)),
            "housekeeping");
  }

  private static <M> Behavior<M> bounded(Class<M> messages, Branch branch, Behavior<M> behavior) {
    return Recorder.supervised(
        messages,
        branch,
        behavior,
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(500), Duration.ofSeconds(10), 0.2)
            .withMaxRestarts(RESTARTS_MAX));
  }
}
