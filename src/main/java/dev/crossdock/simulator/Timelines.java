package dev.crossdock.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * Lets every planned moment come at its time; one that was missed while nobody ran comes at once.
 */
final class Timelines {

  private final ActorSystem<?> system;
  private final Book book;
  private final Map<String, Desk> desks;
  private final Clock clock;

  Timelines(ActorSystem<?> system, Book book, Map<String, Desk> desks, Clock clock) {
    this.system = system;
    this.book = book;
    this.desks = desks;
    this.clock = clock;
  }

  void follow(Entry entry) {
    entry.next().ifPresent(moment -> schedule(entry, moment));
  }

  private void schedule(Entry entry, Moment moment) {
    Duration delay = Duration.between(clock.instant(), moment.at());
    system
        .scheduler()
        .scheduleOnce(
            delay.isNegative() ? Duration.ZERO : delay,
            () -> book.due(entry.ref(), moment, now -> unfold(now)),
            system.executionContext());
  }

  private Turn unfold(Entry entry) {
    Desk desk = desks.get(entry.partner());
    if (desk == null) {
      throw new IllegalStateException("nobody is " + entry.partner());
    }
    return desk.due(entry, book);
  }
}
