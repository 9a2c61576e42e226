package dev.crossdock.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Wakes entities of this node that left memory to wait for a moment. Kept in memory only, and only
 * for some minutes: what a restart or a longer wait loses, the {@link Waker} finds.
 */
final class Reminders extends AbstractBehavior<Reminders.Message> {
  private static final Duration FARTHEST = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** What it is told. */
  sealed interface Message {}

  /** Somebody is to be woken then; once, however often that is said. */
  record Remind(Object whom, Instant at, Runnable wake) implements Message {}

  private record Look() implements Message {}

  private final Surroundings surroundings;
  private final Map<Object, Remind> next = new HashMap<>();
  private final PriorityQueue<Remind> waiting =
      new PriorityQueue<>(Comparator.comparing(Remind::at));

  private Reminders(
      ActorContext<Message> context, TimerScheduler<Message> timers, Surroundings surroundings) {
    super(context);
    this.surroundings = surroundings;
    timers.startTimerWithFixedDelay(new Look(), LOOK_EVERY);
  }

  static Behavior<Message> create(Surroundings surroundings) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new Reminders(context, timers, surroundings)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Remind.class, this::remind)
        .onMessage(Look.class, any -> look())
        .build();
  }

  private Behavior<Message> remind(Remind reminder) {
    Instant now = surroundings.clock().instant();
    Remind known = next.get(reminder.whom());
    boolean sooner = known == null || reminder.at().isBefore(known.at());
    if (sooner && reminder.at().isBefore(now.plus(FARTHEST))) {
      next.put(reminder.whom(), reminder);
      waiting.add(reminder);
    }
    return this;
  }

  private Behavior<Message> look() {
    Instant now = surroundings.clock().instant();
    while (!waiting.isEmpty() && !waiting.element().at().isAfter(now)) {
      Remind due = waiting.remove();
      if (next.remove(due.whom(), due)) {
        due.wake().run();
      }
    }
    return this;
  }
}
