package dev.crossdock.replay.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: what is to happen, by its moment; at equal moments in the order of asking. */
final class Agenda {
  private static final int ENTRIES_MAX = 100_000;

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
  private final Instant horizon;
  private Instant now;
  private long number;

  /**
   * @param lasting nothing happens any more behind this
   */
  Agenda(Instant begin, Duration lasting) {
    this.now = begin;
    this.horizon = begin.plus(lasting);
  }

  private record Entry(Instant at, long number, Runnable what) {}

  Instant now() {
    return now;
  }

  void after(Duration wait, Runnable what) {
    at(now.plus(wait), what);
  }

  void at(Instant when, Runnable what) {
    if (number < ENTRIES_MAX && !when.isAfter(horizon)) {
      entries.add(new Entry(when.isBefore(now) ? now : when, number++, what));
    }
  }

  /** Lets everything happen. */
  void run() {
    for (Entry next = entries.poll(); next != null; next = entries.poll()) {
      now = next.at();
      next.what().run();
    }
  }
}
