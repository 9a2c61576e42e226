package dev.crossdock.runtime;

import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.time.Duration;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.ClusterEvent.MemberRemoved;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Subscribe;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Wakes what may have something to do: all there is in the journal, once after a start, whenever a
 * node is gone, and once a day, so many a second. An entity that has nothing to do leaves again at
 * once. One in a cluster.
 */
final class Waker extends AbstractBehavior<Waker.Message> {
  private static final Duration EVERY = Duration.ofDays(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Object ROUND = "round";

  /** What the waker is told. */
  sealed interface Message {}

  private record Begin() implements Message {}

  private record NodeGone() implements Message {}

  private record RoundOver(boolean failed) implements Message {}

  private final TimerScheduler<Message> timers;
  private final Source<String, NotUsed> persistenceIds;
  private final Post post;
  private final Surroundings surroundings;
  private boolean running;
  private boolean again;

  private Waker(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Source<String, NotUsed> persistenceIds,
      Post post,
      Surroundings surroundings) {
    super(context);
    this.timers = timers;
    this.persistenceIds = persistenceIds;
    this.post = post;
    this.surroundings = surroundings;
    Cluster.get(context.getSystem())
        .subscriptions()
        .tell(
            Subscribe.create(
                context.messageAdapter(MemberRemoved.class, gone -> new NodeGone()),
                MemberRemoved.class));
    timers.startSingleTimer(ROUND, new Begin(), Duration.ZERO);
  }

  /**
   * A waker.
   *
   * @param persistenceIds of everything in the journal, anew each time it is run
   */
  static Behavior<Message> create(
      Source<String, NotUsed> persistenceIds, Post post, Surroundings surroundings) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new Waker(context, timers, persistenceIds, post, surroundings)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Begin.class, any -> begin())
        .onMessage(NodeGone.class, any -> begin())
        .onMessage(RoundOver.class, this::over)
        .build();
  }

  private Behavior<Message> begin() {
    if (running) {
      again = true;
      return this;
    }
    running = true;
    var round =
        persistenceIds
            .throttle(surroundings.limits().wakePerSecond(), Duration.ofSeconds(1))
            .runForeach(this::wake, getContext().getSystem());
    getContext()
        .pipeToSelf(round, (Done done, Throwable failure) -> new RoundOver(failure != null));
    return this;
  }

  private Behavior<Message> over(RoundOver round) {
    running = false;
    Duration next = round.failed() ? AFTER_FAILURE : again ? Duration.ZERO : EVERY;
    again = false;
    timers.startSingleTimer(ROUND, new Begin(), next);
    return this;
  }

  private void wake(String persistenceId) {
    String entityId = PersistenceId.extractEntityId(persistenceId);
    String type = PersistenceId.extractEntityType(persistenceId);
    if (type.equals(OrderEntity.KEY.name())) {
      post.toOrder(OrderId.ofEntity(entityId), new OrderMessage.Wake());
    } else if (type.equals(ShipmentEntity.KEY.name())) {
      post.toShipment(ShipmentId.ofEntity(entityId), new ShipmentMessage.Wake());
    }
  }
}
