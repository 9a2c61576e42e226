package dev.crossdock.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * What the world outside saw of each order, the same for every system: when it was meant to be
 * placed, when it was acknowledged, and when the last partner had answered. Times are of {@link
 * System#nanoTime}; 0 is never. Safe to share between threads.
 */
final class Tally {
  private final AtomicLongArray intended;
  private final AtomicLongArray acknowledged;
  private final AtomicLongArray done;
  private final Map<Desk, AtomicIntegerArray> asked = new EnumMap<>(Desk.class);
  private final Map<Desk, AtomicIntegerArray> answered = new EnumMap<>(Desk.class);
  private final LongAdder redone = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final AtomicInteger doneCount = new AtomicInteger();
  private final AtomicInteger acknowledgedCount = new AtomicInteger();
  private final List<CountDownLatch> waiting = new ArrayList<>();

  /**
   * @param orders how many there will be in all
   */
  Tally(int orders) {
    intended = new AtomicLongArray(orders);
    acknowledged = new AtomicLongArray(orders);
    done = new AtomicLongArray(orders);
    for (Desk desk : Desk.values()) {
      asked.put(desk, new AtomicIntegerArray(orders));
      answered.put(desk, new AtomicIntegerArray(orders));
    }
  }

  void intend(int number, long at) {
    intended.set(number, at);
  }

  void acknowledge(int number, long at) {
    if (acknowledged.compareAndSet(number, 0, at)) {
      acknowledgedCount.incrementAndGet();
    }
  }

  /** Told to come again later. */
  void refuse() {
    refused.increment();
  }

  /** No answer, or one that nobody can use. */
  void fail() {
    failed.increment();
  }

  void ask(Desk desk, int number) {
    at(asked, desk).incrementAndGet(number);
    if (at(answered, desk).get(number) > 0) {
      redone.increment();
    }
  }

  void answer(Desk desk, int number, long at) {
    at(answered, desk).incrementAndGet(number);
    if (desk == Desk.NOTIFICATION && done.compareAndSet(number, 0, at)) {
      doneCount.incrementAndGet();
      tell();
    }
  }

  private synchronized void tell() {
    waiting.forEach(CountDownLatch::countDown);
  }

  /** Waits until so many are done in all. Whether they are. */
  boolean awaitDone(int count, Duration atMost) throws InterruptedException {
    CountDownLatch latch;
    synchronized (this) {
      latch = new CountDownLatch(Math.max(0, count - doneCount.get()));
      waiting.add(latch);
    }
    try {
      return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      synchronized (this) {
        waiting.remove(latch);
      }
    }
  }

  private static AtomicIntegerArray at(Map<Desk, AtomicIntegerArray> counts, Desk desk) {
    return Objects.requireNonNull(counts.get(desk));
  }

  long intended(int number) {
    return intended.get(number);
  }

  long acknowledged(int number) {
    return acknowledged.get(number);
  }

  long done(int number) {
    return done.get(number);
  }

  int doneCount() {
    return doneCount.get();
  }

  int acknowledgedCount() {
    return acknowledgedCount.get();
  }

  /** How often that desk was asked about that order. */
  int asked(Desk desk, int number) {
    return at(asked, desk).get(number);
  }

  /** How many orders wait for that desk's answer. */
  long waitingAt(Desk desk) {
    AtomicIntegerArray asks = at(asked, desk);
    AtomicIntegerArray answers = at(answered, desk);
    return IntStream.range(0, asks.length()).filter(i -> asks.get(i) > answers.get(i)).count();
  }

  /** Calls, all desks together. */
  long calls() {
    return asked.values().stream()
        .flatMapToInt(asks -> IntStream.range(0, asks.length()).map(asks::get))
        .sum();
  }

  /** Calls that came although they had been answered before. */
  long redone() {
    return redone.sum();
  }

  long refused() {
    return refused.sum();
  }

  long failed() {
    return failed.sum();
  }
}
