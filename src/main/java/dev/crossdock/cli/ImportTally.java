package dev.crossdock.cli;

import java.util.concurrent.atomic.AtomicLong;

/** What has become of the lines so far. One thread counts, another may look. */
final class ImportTally {
  private final AtomicLong placed = new AtomicLong();
  private final AtomicLong replayed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  void count(ImportAnswer answer) {
    if (!answer.isTaken()) {
      refused.incrementAndGet();
    } else if (answer.isReplayed()) {
      replayed.incrementAndGet();
    } else {
      placed.incrementAndGet();
    }
  }

  long refused() {
    return refused.get();
  }

  long all() {
    return placed.get() + replayed.get() + refused.get();
  }

  @Override
  public String toString() {
    return placed + " placed, " + replayed + " had been before, " + refused + " refused";
  }
}
