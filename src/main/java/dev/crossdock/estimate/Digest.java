package dev.crossdock.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how long something took. What is new weighs most: a sample weighs half as much for every
 * {@value #HALF} that came after it, an eighth when it is older than ten minutes, and next to
 * nothing once what followed was so different that it must be something else. So a partner that is
 * often asked and becomes slow is known to be after seconds, and one that is seldom asked is judged
 * by all that is known. Not safe for use by many threads.
 */
public final class Digest {
  /** Longer ones count as so long. */
  private static final long LONGEST = Duration.ofDays(60).toMillis() * 1000;

  private static final int DIGITS = 2;
  private static final int HALF = 128;
  private static final int NEWEST_SAMPLES = 16;
  private static final int WINDOW_SAMPLES = 64;
  private static final long WINDOW_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final long OLD_MILLIS = Duration.ofMinutes(10).toMillis();
  private static final int WINDOWS_MAX = 12;
  private static final double SCALE = 1 << 20;
  private static final double OLD = 0.125;
  private static final double OUTDATED = 0.02;
  private static final double LEAST = 0.001;

  /** Newest first. */
  private final Deque<Window> windows = new ArrayDeque<>();

  private static final class Window {
    private final IntCountsHistogram times = new IntCountsHistogram(DIGITS);
    private final long begunMillis;
    private boolean outdated;

    Window(long begunMillis) {
      this.begunMillis = begunMillis;
    }

    long count() {
      return times.getTotalCount();
    }

    boolean isOlderThan(long millis, long nowMillis) {
      return nowMillis - begunMillis >= millis;
    }
  }

  /**
   * Takes over a sample.
   *
   * @param nowMillis of the epoch
   */
  public void record(Duration took, long nowMillis) {
    recordMicros(Quantiles.micros(took), nowMillis);
  }

  /** The same in microseconds; below zero counts as zero. */
  public void recordMicros(long micros, long nowMillis) {
    Window newest = windows.peekFirst();
    if (newest == null || isOver(newest, nowMillis)) {
      close(windows.pollFirst(), nowMillis);
      newest = new Window(nowMillis);
      windows.addFirst(newest);
    }
    newest.times.recordValue(Math.max(0, Math.min(LONGEST, micros)));
  }

  private static boolean isOver(Window window, long nowMillis) {
    return window.count() >= NEWEST_SAMPLES || window.isOlderThan(WINDOW_MILLIS, nowMillis);
  }

  /** What is closed joins the one before, unless that is full, or tells of other times. */
  private void close(@Nullable Window closed, long nowMillis) {
    if (closed == null) {
      return;
    }
    if (isUnlikeAllBefore(closed)) {
      windows.forEach(window -> window.outdated = true);
    }
    Window before = windows.peekFirst();
    if (before != null
        && !before.outdated
        && before.count() < WINDOW_SAMPLES
        && !before.isOlderThan(WINDOW_MILLIS, nowMillis)) {
      before.times.add(closed.times);
      return;
    }
    windows.addFirst(closed);
    if (windows.size() > WINDOWS_MAX) {
      Window oldest = windows.removeLast();
      windows.getLast().times.add(oldest.times);
    }
  }

  /** Half of it took longer, or less long, than nine tenths of what had been believed so far. */
  private boolean isUnlikeAllBefore(Window closed) {
    IntCountsHistogram believed = new IntCountsHistogram(DIGITS);
    windows.stream().filter(it -> !it.outdated).forEach(it -> believed.add(it.times));
    if (closed.count() < NEWEST_SAMPLES || believed.getTotalCount() < NEWEST_SAMPLES) {
      return false;
    }
    long median = closed.times.getValueAtPercentile(50);
    return median > believed.getValueAtPercentile(90) || median < believed.getValueAtPercentile(10);
  }

  /** What is known by now. */
  public Quantiles quantiles(Instant now) {
    Histogram weighted = new Histogram(DIGITS);
    long samples = 0;
    long newer = 0;
    for (Window window : windows) {
      double weight = weight(window, newer, now.toEpochMilli());
      newer += window.count();
      samples += window.outdated ? 0 : window.count();
      if (weight > LEAST) {
        for (HistogramIterationValue value : window.times.recordedValues()) {
          long count = (long) (value.getCountAtValueIteratedTo() * weight * SCALE);
          weighted.recordValueWithCount(value.getValueIteratedTo(), count);
        }
      }
    }
    return samples == 0 ? Quantiles.NONE : Tables.of(weighted, samples);
  }

  private static double weight(Window window, long newer, long nowMillis) {
    double aged = window.isOlderThan(OLD_MILLIS, nowMillis) ? OLD : 1;
    return Math.pow(0.5, (double) newer / HALF) * aged * (window.outdated ? OUTDATED : 1);
  }
}
