package dev.crossdock.simulator;

import java.util.Random;

/**
 * How long a call takes.
 *
 * @param millis on average
 * @param jitterMillis how much longer or shorter at most; not above millis
 */
public record Latency(long millis, long jitterMillis) {

  /** Checks the bounds. */
  public Latency {
    if (jitterMillis < 0 || jitterMillis > millis) {
      throw new IllegalArgumentException("0 <= jitterMillis <= millis");
    }
  }

  long next(Random dice) {
    return jitterMillis == 0 ? millis : dice.nextLong(millis - jitterMillis, millis + jitterMillis);
  }
}
