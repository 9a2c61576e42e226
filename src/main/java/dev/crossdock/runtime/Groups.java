package dev.crossdock.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;

/**
 * Makes groups of what comes one by one, for what costs more each time than for each: whatever
 * comes while a group is under way, or within a few milliseconds of its beginning, goes into the
 * next. Who comes when there was none for a while waits for nobody, and nor does a crowd: a large
 * group begins while others are under way, up to a bound. For any thread.
 *
 * @param <T> what comes
 */
final class Groups<T> {
  /** From the beginning of a group to that of the next, at least, unless that is large. */
  private static final long APART = Duration.ofMillis(4).toNanos();

  /** It is large with this part of the most that it may have. */
  private static final int LARGE = 4;

  private final ScheduledExecutorService clock;
  private final Deque<T> waiting = new ArrayDeque<>();
  private final Bounds bounds;
  private final ToIntFunction<T> size;
  private final Function<List<T>, Future<?>> work;
  private final ExecutionContext threads;

  /** Of all that wait. */
  private int sizes;

  private int underWay;
  private long begun = System.nanoTime() - APART;

  /** Begins the next one, if that is settled. */
  private @Nullable ScheduledFuture<?> next;

  private boolean isHurried;

  /**
   * How much there may be.
   *
   * @param size of one; a single one may be larger than a group is
   * @param waiting how many may wait
   * @param atOnce groups that are under way at the same time
   */
  record Bounds(int size, int waiting, int atOnce) {}

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
    this.bounds = bounds;
    this.size = size;
    this.work = work;
    this.threads = threads;
  }

  /** Into the next group; false when too many wait already. */
  synchronized boolean add(T one) {
    if (waiting.size() >= bounds.waiting()) {
      return false;
    }
    waiting.add(one);
    sizes += size.applyAsInt(one);
    settle();
    return true;
  }

  /** Begins no more; those that wait are told nothing. */
  void close() {
    clock.shutdownNow();
  }

  /** The next group begins when the last one is over and began a while ago, or when it is large. */
  private void settle() {
    if (waiting.isEmpty() || underWay == bounds.atOnce()) {
      return;
    }
    boolean isLarge = sizes >= bounds.size() / LARGE;
    boolean isSettled = next != null && (isHurried || !isLarge);
    if (isSettled || (underWay > 0 && !isLarge)) {
      return;
    }
    if (next != null) {
      next.cancel(false);
    }
    isHurried = isLarge;
    long wait = isLarge ? 0 : Math.max(0, begun + APART - System.nanoTime());
    next = clock.schedule(this::begin, wait, TimeUnit.NANOSECONDS);
  }

  private void begin() {
    List<T> group = group();
    if (!group.isEmpty()) {
      begun(group).onComplete(any -> ended(), threads);
    }
  }

  /** One that cannot even begin holds up nobody after it. */
  private Future<?> begun(List<T> group) {
    try {
      return work.apply(group);
    } catch (RuntimeException failure) {
      return Promise.failed(failure).future();
    }
  }

  /** Empty when it was cancelled too late. */
  private synchronized List<T> group() {
    next = null;
    List<T> group = new ArrayList<>();
    if (waiting.isEmpty() || underWay == bounds.atOnce()) {
      return group;
    }
    int sum = 0;
    while (!waiting.isEmpty()
        && (group.isEmpty() || sum + size.applyAsInt(waiting.element()) <= bounds.size())) {
      T one = waiting.remove();
      sum += size.applyAsInt(one);
      group.add(one);
    }
    sizes -= sum;
    underWay++;
    begun = System.nanoTime();
    settle();
    return group;
  }

  private synchronized Void ended() {
    underWay--;
    settle();
    return null;
  }
}
