package dev.crossdock.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen, by its moment; at equal moments in the order of asking. */
final class VirtualTime {
  private final PriorityQueue<Entry> queue =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
  private Instant now = SomePartners.NOON;
  private long number;

  private record Entry(Instant at, long number, Runnable what) {}

  Instant now() {
    return now;
  }

  /** How long it has been running. */
  Duration passed() {
    return Duration.between(SomePartners.NOON, now);
  }

  void after(Duration wait, Runnable what) {
    at(now.plus(wait), what);
  }

  void at(Instant when, Runnable what) {
    queue.add(new Entry(when.isBefore(now) ? now : when, number++, what));
  }

  /** Lets everything happen until nothing is left to. */
  void run() {
    for (Entry next = queue.poll(); next != null; next = queue.poll()) {
      now = next.at();
      next.what().run();
    }
  }
}
