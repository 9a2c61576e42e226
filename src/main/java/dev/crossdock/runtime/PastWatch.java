package dev.crossdock.runtime;

import dev.crossdock.estimate.Past;
import dev.crossdock.view.Part;
import dev.crossdock.view.ReadSide;
import java.time.Duration;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Reads now and again what the journal knows of partners, so that a node that has just begun can
 * tell when orders will be there. When it cannot be read, what was read last holds.
 */
final class PastWatch {
  private static final Duration AGAIN = Duration.ofSeconds(20);

  private final ActorContext<Message> context;
  private final TimerScheduler<Message> timers;
  private final ReadSide readSide;
  private final Surroundings surroundings;

  /** What the watch is told. */
  sealed interface Message {}

  private record Look() implements Message {}

  private record Seen(Past past) implements Message {}

  private record Failed(Throwable failure) implements Message {}

  private PastWatch(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      ReadSide readSide,
      Surroundings surroundings) {
    this.context = context;
    this.timers = timers;
    this.readSide = readSide;
    this.surroundings = surroundings;
  }

  static Behavior<Message> create(ReadSide readSide, Surroundings surroundings) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new PastWatch(context, timers, readSide, surroundings).begin()));
  }

  private Behavior<Message> begin() {
    look();
    return Behaviors.receive(Message.class)
        .onMessage(Look.class, any -> look())
        .onMessage(Seen.class, this::seen)
        .onMessage(Failed.class, this::failed)
        .build();
  }

  private Behavior<Message> look() {
    context.pipeToSelf(
        readSide
            .store()
            .run(
                connection ->
                    PastReader.read(
                        connection,
                        readSide.live().on(connection, Part.PARTNERS),
                        surroundings.clock().instant())),
        (past, failure) -> failure == null ? new Seen(past) : new Failed(failure));
    return Behaviors.same();
  }

  private Behavior<Message> seen(Seen seen) {
    surroundings.board().remember(seen.past());
    timers.startSingleTimer(new Look(), AGAIN);
    return Behaviors.same();
  }

  private Behavior<Message> failed(Failed failed) {
    context.getLog().warn("what partners did cannot be read", failed.failure());
    timers.startSingleTimer(new Look(), AGAIN);
    return Behaviors.same();
  }
}
