package dev.crossdock.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.IntCountsHistogram;

/**
 * Keeps how long something took. What is new weighs most: a sample weighs half as much for every
 * {@value #HALF} that came after it, and an eighth when it is older than ten minutes. So a partner
 * that is often asked and becomes slow is known to be after seconds, and one that is seldom asked
 * is judged by all that is known. Not safe for use by many threads.
 */
public final class Digest {
  /** Longer ones count as so long. */
  private static final long LONGEST = Duration.ofDays(60).toMillis() * 1000;

  private static final int DIGITS = 2;
  private static final int HALF = 128;
  private static final int WINDOW_SAMPLES = 64;
  private static final long WINDOW_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final long OLD_MILLIS = Duration.ofMinutes(10).toMillis();
  private static final int WINDOWS_MAX = 12;
  private static final double SCALE = 1 << 20;
  private static final double OLD = 0.125;
  private static final double LEAST = 0.01;

  private final Deque<Window> windows = new ArrayDeque<>();

  /**
   * Newest first in the queue; one that is full, or has been open for long, is followed by a new.
   */
  private static final class Window {
    private final IntCountsHistogram times = new IntCountsHistogram(DIGITS);
    private final long begunMillis;

    Window(long begunMillis) {
      this.begunMillis = begunMillis;
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
    Window window = windows.peekFirst();
    if (window == null || isOver(window, nowMillis)) {
      window = new Window(nowMillis);
      windows.addFirst(window);
      merge();
    }
    window.times.recordValue(Math.max(0, Math.min(LONGEST, micros)));
  }

  private static boolean isOver(Window window, long nowMillis) {
    return window.times.getTotalCount() >= WINDOW_SAMPLES
        || nowMillis - window.begunMillis >= WINDOW_MILLIS;
  }

  private void merge() {
    if (windows.size() > WINDOWS_MAX) {
      Window oldest = windows.removeLast();
      Window heir = windows.getLast();
      heir.times.add(oldest.times);
    }
  }

  /** What is known by now. */
  public Quantiles quantiles(Instant now) {
    Histogram weighted = new Histogram(DIGITS);
    long samples = 0;
    long newer = 0;
    for (Window window : windows) {
      boolean old = now.toEpochMilli() - window.begunMillis > OLD_MILLIS;
      double weight = Math.pow(0.5, (double) newer / HALF) * (old ? OLD : 1);
      newer += window.times.getTotalCount();
      if (weight < LEAST) {
        break;
      }
      samples += window.times.getTotalCount();
      for (HistogramIterationValue value : window.times.recordedValues()) {
        long count = (long) (value.getCountAtValueIteratedTo() * weight * SCALE);
        weighted.recordValueWithCount(value.getValueIteratedTo(), count);
      }
    }
    return samples == 0 ? Quantiles.NONE : Tables.of(weighted, samples);
  }
}
