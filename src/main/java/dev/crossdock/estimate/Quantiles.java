package dev.crossdock.estimate;

import java.time.Duration;
import java.util.Arrays;

/**
 * A distribution of durations as {@value #STRATA} quantiles, each the middle of one of as many
 * equal parts of it. Immutable. Durations are microseconds.
 */
public final class Quantiles {
  static final int STRATA = 128;

  /** Of what has never been seen. */
  public static final Quantiles NONE = new Quantiles(new long[STRATA], 0);

  private final long[] micros;
  private final long samples;

  private Quantiles(long[] micros, long samples) {
    this.micros = micros;
    this.samples = samples;
  }

  /**
   * A distribution.
   *
   * @param ascending one value a part
   * @param samples how many were seen to tell it from; 1 and up
   */
  static Quantiles of(long[] ascending, long samples) {
    if (ascending.length != STRATA || samples < 1) {
      throw new IllegalArgumentException(ascending.length + " quantiles of " + samples);
    }
    return new Quantiles(ascending.clone(), samples);
  }

  /** All between nothing and that are as likely; nothing was seen. */
  static Quantiles upTo(Duration most) {
    long[] even = new long[STRATA];
    Arrays.setAll(even, i -> micros(most) * (2 * i + 1) / (2 * STRATA));
    return new Quantiles(even, 0);
  }

  /** How many durations it was told from; 0: it is not measured. */
  public long samples() {
    return samples;
  }

  /**
   * A quantile; zero when nothing was seen.
   *
   * @param share from 0 to 1
   */
  public Duration at(double share) {
    int part = (int) Math.min(STRATA - 1, Math.max(0, share * STRATA));
    return Duration.ofNanos(micros[part] * 1000);
  }

  /** What is in that part of the distribution. */
  long draw(int part) {
    return micros[part];
  }

  /** What is left, in that part of the distribution of all that took longer than it has already. */
  long left(int part, long elapsed) {
    int passed = passed(elapsed);
    if (passed == STRATA) {
      return leftOfTheLongest(part, elapsed);
    }
    return micros[passed + part * (STRATA - passed) / STRATA] - elapsed;
  }

  /** Longer than anything seen: the longer it has taken, the longer it may yet take. */
  private static long leftOfTheLongest(int part, long elapsed) {
    double longer = 1 - (part + 0.5) / STRATA;
    return (long) (elapsed * (1 / Math.sqrt(longer) - 1));
  }

  private int passed(long elapsed) {
    int low = 0;
    int high = STRATA;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (micros[middle] > elapsed) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  long mean() {
    return Arrays.stream(micros).sum() / STRATA;
  }

  /** A duration as microseconds. */
  static long micros(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), 1_000_000), duration.getNano() / 1000);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quantiles that
        && samples == that.samples
        && Arrays.equals(micros, that.micros);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(micros);
  }

  @Override
  public String toString() {
    return "p50 " + at(0.5) + ", p90 " + at(0.9) + " of " + samples;
  }
}
