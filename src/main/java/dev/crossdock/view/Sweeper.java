package dev.crossdock.view;

import java.time.Duration;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/** Sweeps without end, a page a second. */
final class Sweeper extends AbstractBehavior<Sweeper.Message> {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final TimerScheduler<Message> timers;
  private final Sweep sweep;
  private final int idsPerSecond;
  private Sweep.@Nullable Place place;

  /** What it is told. */
  sealed interface Message {}

  private record Go() implements Message {}

  private record Gone(Sweep.Place place) implements Message {}

  private record Failed(Throwable why) implements Message {}

  private Sweeper(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Sweep sweep,
      int idsPerSecond) {
    super(context);
    this.timers = timers;
    this.sweep = sweep;
    this.idsPerSecond = idsPerSecond;
    timers.startSingleTimer(new Go(), EVERY);
  }

  static Behavior<Message> create(Sweep sweep, int idsPerSecond) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(timers -> new Sweeper(context, timers, sweep, idsPerSecond)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Go.class, any -> go())
        .onMessage(Gone.class, this::gone)
        .onMessage(Failed.class, this::failed)
        .build();
  }

  private Behavior<Message> go() {
    Sweep.Place at = place;
    getContext()
        .pipeToSelf(
            at == null ? sweep.begin() : sweep.next(at, idsPerSecond),
            (next, failure) -> failure == null ? new Gone(next) : new Failed(failure));
    return this;
  }

  private Behavior<Message> gone(Gone to) {
    place = to.place().isOver() ? null : to.place();
    return again();
  }

  /** Most likely the database: from the beginning, when it is there again. */
  private Behavior<Message> failed(Failed failure) {
    getContext().getLog().warn("the sweep begins anew: {}", failure.why().toString());
    place = null;
    return again();
  }

  private Behavior<Message> again() {
    timers.startSingleTimer(new Go(), EVERY);
    return this;
  }
}
