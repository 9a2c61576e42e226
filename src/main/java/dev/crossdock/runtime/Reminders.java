package dev.crossdock.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Wakes entities of this node that left memory to wait for a moment. Kept in memory only, and only
 * for a day ahead: what a restart or a longer wait loses, the {@link Waker} finds.
 */
final class Reminders extends AbstractBehavior<Reminders.Remind> {
  private static final Duration FARTHEST = Duration.ofDays(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /**
   * Something to be done at a moment.
   *
   * @param at in the past in the tick that looks for what is due
   */
  record Remind(Instant at, Runnable wake) {}

  private final Surroundings surroundings;
  private final PriorityQueue<Remind> waiting =
      new PriorityQueue<>(Comparator.comparing(Remind::at));

  private Reminders(
      ActorContext<Remind> context, TimerScheduler<Remind> timers, Surroundings surroundings) {
    super(context);
    this.surroundings = surroundings;
    timers.startTimerWithFixedDelay(new Remind(Instant.MIN, () -> {}), LOOK_EVERY);
  }

  static Behavior<Remind> create(Surroundings surroundings) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new Reminders(context, timers, surroundings)));
  }

  @Override
  public Receive<Remind> createReceive() {
    return newReceiveBuilder().onMessage(Remind.class, this::remind).build();
  }

  private Behavior<Remind> remind(Remind reminder) {
    Instant now = surroundings.clock().instant();
    if (reminder.at().isAfter(now) && reminder.at().isBefore(now.plus(FARTHEST))) {
      waiting.add(reminder);
    }
    while (!waiting.isEmpty() && !waiting.element().at().isAfter(now)) {
      waiting.remove().wake().run();
    }
    return this;
  }
}
