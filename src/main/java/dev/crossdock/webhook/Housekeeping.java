package dev.crossdock.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** Forgets what is old, a little at a time, and counts what is due. One in the cluster. */
final class Housekeeping extends AbstractBehavior<Housekeeping.Message> {
  private static final Duration COUNTS_EVERY = Duration.ofSeconds(15);
  private static final Duration FORGETS_EVERY = Duration.ofMinutes(10);
  private static final Duration BETWEEN_CHUNKS = Duration.ofMillis(100);
  private static final int CHUNK_ROWS = 1_000;

  /** What it is told. */
  sealed interface Message {}

  private record Count() implements Message {}

  private record Counted(Upkeep.Backlog backlog) implements Message {}

  private record Forget() implements Message {}

  private record Forgotten(int rows) implements Message {}

  private record Failed(Throwable failure) implements Message {}

  private final DeliveryParts parts;
  private final TimerScheduler<Message> timers;

  private Housekeeping(
      ActorContext<Message> context, TimerScheduler<Message> timers, DeliveryParts parts) {
    super(context);
    this.parts = parts;
    this.timers = timers;
    timers.startTimerWithFixedDelay(new Count(), Duration.ZERO, COUNTS_EVERY);
    timers.startSingleTimer(new Forget(), BETWEEN_CHUNKS);
  }

  static Behavior<Message> create(DeliveryParts parts) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new Housekeeping(context, timers, parts)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Count.class, any -> count())
        .onMessage(Counted.class, this::counted)
        .onMessage(Forget.class, any -> forget())
        .onMessage(Forgotten.class, this::forgotten)
        .onMessage(Failed.class, this::failed)
        .onSignal(PostStop.class, any -> silenced())
        .build();
  }

  private Behavior<Message> count() {
    Instant now = parts.clock().instant();
    getContext()
        .pipeToSelf(
            parts.store().run(connection -> Upkeep.backlog(connection, now)),
            (backlog, failure) -> failure == null ? new Counted(backlog) : new Failed(failure));
    return this;
  }

  private Behavior<Message> counted(Counted counted) {
    Optional<Instant> oldest = counted.backlog().oldest();
    Instant now = parts.clock().instant();
    parts
        .meters()
        .waiting(
            counted.backlog().due(),
            oldest.map(since -> Duration.between(since, now)).orElse(Duration.ZERO));
    return this;
  }

  private Behavior<Message> forget() {
    Instant before = parts.clock().instant().minus(parts.settings().retention());
    getContext()
        .pipeToSelf(
            parts.store().run(connection -> Upkeep.forget(connection, before, CHUNK_ROWS)),
            (rows, failure) -> failure == null ? new Forgotten(rows) : new Failed(failure));
    return this;
  }

  private Behavior<Message> forgotten(Forgotten forgotten) {
    timers.startSingleTimer(
        new Forget(), forgotten.rows() >= CHUNK_ROWS ? BETWEEN_CHUNKS : FORGETS_EVERY);
    return this;
  }

  private Behavior<Message> failed(Failed failed) {
    getContext().getLog().warn("housekeeping failed, and is tried again", failed.failure());
    if (!timers.isTimerActive(new Forget())) {
      timers.startSingleTimer(new Forget(), FORGETS_EVERY);
    }
    return this;
  }

  /** Another node counts from now on. */
  private Behavior<Message> silenced() {
    parts.meters().waiting(0, Duration.ZERO);
    return this;
  }
}
