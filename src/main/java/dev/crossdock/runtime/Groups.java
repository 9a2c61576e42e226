package dev.crossdock.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;

/**
 * Makes groups of what comes one by one, for what costs more each time than for each: whatever
 * comes while a group is under way, or within a few milliseconds of its beginning, goes into the
 * next. One is under way at a time; who comes when there was none for a while waits for nobody. For
 * any thread.
 *
 * @param <T> what comes
 */
final class Groups<T> {
  /** From the beginning of a group to that of the next, at least. */
  private static final long APART = Duration.ofMillis(4).toNanos();

  private final ScheduledExecutorService clock;
  private final Deque<T> waiting = new ArrayDeque<>();
  private final ToIntFunction<T> size;
  private final Function<List<T>, Future<?>> work;
  private final ExecutionContext threads;
  private final int sizeMax;
  private final int waitingMax;
  private boolean busy;
  private long begun = System.nanoTime() - APART;

  /**
   * How much there may be.
   *
   * @param size of one; a single one may be larger than a group is
   * @param waiting how many may wait
   */
  record Bounds(int size, int waiting) {}

  /**
   * @param name of the thread that groups begin on
   * @param work takes a group, says to everybody in it what became of them, and must not wait
   */
  Groups(
      String name,
      Bounds bounds,
      ToIntFunction<T> size,
      Function<List<T>, Future<?>> work,
      ExecutionContext threads) {
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    this.sizeMax = bounds.size();
    this.waitingMax = bounds.waiting();
    this.size = size;
    this.work = work;
    this.threads = threads;
  }

  /** Into the next group; false when too many wait already. */
  synchronized boolean add(T one) {
    if (waiting.size() >= waitingMax) {
      return false;
    }
    waiting.add(one);
    if (!busy) {
      busy = true;
      begin();
    }
    return true;
  }

  /** Begins no more; those that wait are told nothing. */
  void close() {
    clock.shutdownNow();
  }

  /** A little later, unless the last one began long ago. */
  private void begin() {
    long wait = begun + APART - System.nanoTime();
    var unused = clock.schedule(this::next, Math.max(0, wait), TimeUnit.NANOSECONDS);
  }

  private void next() {
    begun(group()).onComplete(any -> ended(), threads);
  }

  /** One that cannot even begin holds up nobody after it. */
  private Future<?> begun(List<T> group) {
    try {
      return work.apply(group);
    } catch (RuntimeException failure) {
      return Promise.failed(failure).future();
    }
  }

  private synchronized List<T> group() {
    begun = System.nanoTime();
    List<T> group = new ArrayList<>();
    int sum = 0;
    while (!waiting.isEmpty()
        && (group.isEmpty() || sum + size.applyAsInt(waiting.element()) <= sizeMax)) {
      T one = waiting.remove();
      sum += size.applyAsInt(one);
      group.add(one);
    }
    return group;
  }

  private synchronized Void ended() {
    busy = !waiting.isEmpty();
    if (busy) {
      begin();
    }
    return null;
  }
}
