package dev.crossdock.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of one estimate share.
 *
 * @param promise when its calls leave a gateway's queue: before all that were promised later
 */
record Scene(Picture picture, Draws draws, Instant now, Instant promise) {
  private static final long[] NOW = new long[Draws.COUNT];

  /** Done already; not to be changed. */
  static long[] done() {
    return NOW;
  }

  /** A moment of the past or the future, the same in every draw. */
  long[] at(@Nullable Instant moment) {
    long[] all = new long[Draws.COUNT];
    if (moment != null) {
      Arrays.fill(all, relative(moment));
    }
    return all;
  }

  /** Microseconds from now. */
  long relative(Instant moment) {
    return Quantiles.micros(Duration.between(now, moment));
  }

  static long[] later(long[] one, long[] other) {
    if (one == NOW) {
      return other;
    }
    long[] latest = new long[Draws.COUNT];
    Arrays.setAll(latest, i -> Math.max(one[i], other[i]));
    return latest;
  }
}
