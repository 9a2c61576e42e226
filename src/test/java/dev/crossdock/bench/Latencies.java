package dev.crossdock.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import org.HdrHistogram.Histogram;

/** How long after the moment they were meant for things happened to some orders. */
final class Latencies {
  private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(30);
  private static final int DIGITS = 3;
  private static final double MICROS_PER_MILLI = 1000;

  private final Histogram micros = new Histogram(HIGHEST_MICROS, DIGITS);

  private Latencies() {}

  /**
   * Of those orders to which it happened.
   *
   * @param moment when, 0 if it did not
   */
  static Latencies of(Tally tally, int from, int to, IntToLongFunction moment) {
    Latencies latencies = new Latencies();
    for (int number = from; number < to; number++) {
      long at = moment.applyAsLong(number);
      if (at != 0) {
        long after = TimeUnit.NANOSECONDS.toMicros(at - tally.intended(number));
        latencies.micros.recordValue(Math.clamp(after, 0, HIGHEST_MICROS));
      }
    }
    return latencies;
  }

  long count() {
    return micros.getTotalCount();
  }

  double maxMillis() {
    return micros.getMaxValue() / MICROS_PER_MILLI;
  }

  /** Puts quantiles among the figures, under names that begin so. */
  void addTo(Map<String, Double> figures, String name) {
    figures.put(name + "P50Millis", micros.getValueAtPercentile(50) / MICROS_PER_MILLI);
    figures.put(name + "P90Millis", micros.getValueAtPercentile(90) / MICROS_PER_MILLI);
    figures.put(name + "P99Millis", micros.getValueAtPercentile(99) / MICROS_PER_MILLI);
    figures.put(name + "MaxMillis", maxMillis());
  }
}
