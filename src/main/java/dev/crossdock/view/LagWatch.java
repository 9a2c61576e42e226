package dev.crossdock.view;

import java.time.Duration;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** Looks twice a second how far the live generation is. */
final class LagWatch extends AbstractBehavior<LagWatch.Message> {
  private static final Duration EVERY = Duration.ofMillis(500);

  private final TimerScheduler<Message> timers;
  private final ReadStore store;
  private final Lag lag;
  private final Pace pace;

  /** What it is told. */
  sealed interface Message {}

  private record Look() implements Message {}

  private record Seen(Lag.Measured now) implements Message {}

  private record NotSeen(Throwable why) implements Message {}

  private LagWatch(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      ReadStore store,
      Lag lag,
      Pace pace) {
    super(context);
    this.timers = timers;
    this.store = store;
    this.lag = lag;
    this.pace = pace;
    timers.startSingleTimer(new Look(), Duration.ZERO);
  }

  static Behavior<Message> create(ReadStore store, Lag lag, Pace pace) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new LagWatch(context, timers, store, lag, pace)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Look.class, any -> look())
        .onMessage(Seen.class, this::seen)
        .onMessage(NotSeen.class, this::notSeen)
        .build();
  }

  private Behavior<Message> look() {
    getContext()
        .pipeToSelf(
            store.run(lag::look),
            (now, failure) -> failure == null ? new Seen(now) : new NotSeen(failure));
    return this;
  }

  private Behavior<Message> seen(Seen seen) {
    pace.seen(seen.now());
    return again();
  }

  /** What was seen last grows old by itself: that is the lag. */
  private Behavior<Message> notSeen(NotSeen failed) {
    getContext().getLog().warn("cannot see how far the read side is: {}", failed.why().toString());
    return again();
  }

  private Behavior<Message> again() {
    timers.startSingleTimer(new Look(), EVERY);
    return this;
  }
}
