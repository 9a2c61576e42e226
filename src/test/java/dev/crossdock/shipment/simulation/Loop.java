package dev.crossdock.shipment.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: what is to happen, by its moment; at equal moments in the order of asking. */
final class Loop {
  static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00Z");

  private final PriorityQueue<Entry> queue =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
  private Instant now = BEGIN;
  private long number;

  private record Entry(Instant at, long number, Runnable what) {}

  Instant now() {
    return now;
  }

  void after(Duration wait, Runnable what) {
    at(now.plus(wait), what);
  }

  void at(Instant when, Runnable what) {
    queue.add(new Entry(when.isBefore(now) ? now : when, number++, what));
  }

  /**
   * Lets everything happen until nothing is left to.
   *
   * @throws IllegalStateException when there is no end to it
   */
  void run(int entriesMax) {
    for (int i = 0; i < entriesMax; i++) {
      Entry next = queue.poll();
      if (next == null) {
        return;
      }
      now = next.at();
      next.what().run();
    }
    throw new IllegalStateException("no rest after " + entriesMax + " happenings, at " + now);
  }
}
