package dev.crossdock.runtime;

import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import dev.crossdock.view.Wakes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
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
import org.jspecify.annotations.Nullable;

/**
 * Wakes its share of those whose time has come, and, after a start or when a node is gone, of those
 * that had something on their way: so many a second. Whoever has nothing to do leaves again at
 * once.
 */
final class Waker extends AbstractBehavior<Waker.Message> {
  /** Of a cluster, however many nodes it has. */
  static final int WORKERS = 8;

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int AT_ONCE_MAX = 1000;

  private final TimerScheduler<Message> timers;
  private final Wakes wakes;
  private final Wakes.Slices slices;
  private final Post post;
  private final int perSecond;

  /** Whether those that were in flight are to be looked for from the beginning. */
  private boolean interrupted = true;

  /** Those that were in flight up to then are being woken. */
  private @Nullable String mark;

  /** Whether what was journalled up to the mark is known to have been taken over. */
  private boolean reached;

  private String after = "";

  /** What the waker is told. */
  sealed interface Message {}

  private record Look() implements Message {}

  private record NodeGone() implements Message {}

  private record Marked(String mark) implements Message {}

  private record Reached(boolean so) implements Message {}

  private record InFlight(List<String> ids) implements Message {}

  private record Due(List<String> ids) implements Message {}

  private record Failed(Throwable why) implements Message {}

  private Waker(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Wakes wakes,
      Wakes.Slices slices,
      Post post,
      Surroundings surroundings) {
    super(context);
    this.timers = timers;
    this.wakes = wakes;
    this.slices = slices;
    this.post = post;
    int all = surroundings.limits().wakePerSecond();
    this.perSecond = Math.clamp((all + WORKERS - 1) / WORKERS, 1, AT_ONCE_MAX);
    Cluster.get(context.getSystem())
        .subscriptions()
        .tell(
            Subscribe.create(
                context.messageAdapter(MemberRemoved.class, gone -> new NodeGone()),
                MemberRemoved.class));
    timers.startSingleTimer(new Look(), Duration.ZERO);
  }

  /**
   * A waker.
   *
   * @param slices its share
   */
  static Behavior<Message> create(
      Wakes wakes, Wakes.Slices slices, Post post, Surroundings surroundings) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new Waker(context, timers, wakes, slices, post, surroundings)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Look.class, any -> look())
        .onMessage(NodeGone.class, any -> nodeGone())
        .onMessage(Marked.class, this::marked)
        .onMessage(Reached.class, this::reached)
        .onMessage(InFlight.class, this::inFlight)
        .onMessage(Due.class, this::due)
        .onMessage(Failed.class, this::failed)
        .build();
  }

  private Behavior<Message> nodeGone() {
    interrupted = true;
    return this;
  }

  /** One question at a time; each answer leads to the next look. */
  private Behavior<Message> look() {
    String to = mark;
    CompletionStage<Message> answer;
    if (interrupted) {
      answer = wakes.mark().thenApply(Marked::new);
    } else if (to == null) {
      answer = wakes.due(slices, perSecond).thenApply(Due::new);
    } else if (!reached) {
      answer = wakes.hasReached(to).thenApply(Reached::new);
    } else {
      answer = wakes.inFlight(slices, to, after, perSecond).thenApply(InFlight::new);
    }
    getContext()
        .pipeToSelf(answer, (message, failure) -> failure == null ? message : new Failed(failure));
    return this;
  }

  private Behavior<Message> marked(Marked now) {
    interrupted = false;
    reached = false;
    after = "";
    mark = now.mark();
    return again(Duration.ZERO);
  }

  /** Until it is, those whose time has come wait too: they may be among those in flight. */
  private Behavior<Message> reached(Reached answer) {
    reached = answer.so();
    return again(reached ? Duration.ZERO : EVERY);
  }

  private Behavior<Message> inFlight(InFlight page) {
    page.ids().forEach(this::wake);
    boolean isLast = page.ids().size() < perSecond;
    mark = isLast ? null : mark;
    after = isLast ? "" : page.ids().getLast();
    return again(EVERY);
  }

  private Behavior<Message> due(Due page) {
    page.ids().forEach(this::wake);
    return again(EVERY);
  }

  private Behavior<Message> failed(Failed failure) {
    getContext().getLog().warn("cannot see whom to wake: {}", failure.why().toString());
    return again(EVERY);
  }

  private Behavior<Message> again(Duration soon) {
    timers.startSingleTimer(new Look(), soon);
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
