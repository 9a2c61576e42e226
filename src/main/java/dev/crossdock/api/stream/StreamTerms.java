package dev.crossdock.api.stream;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long a stream lives, and how often it breathes.
 *
 * @param heartbeat the longest that a stream says nothing to a client that listens
 * @param ageMax the oldest that a stream grows; each ends at random in the last third before it, so
 *     that clients spread anew over the nodes
 * @param dice rolls 0 to 1
 */
public record StreamTerms(Duration heartbeat, Duration ageMax, DoubleSupplier dice) {
  private static final long RETRY_MIN_MILLIS = 1000;
  private static final long RETRY_SPREAD_MILLIS = 4000;

  long ageNanos() {
    return (long) (ageMax.toNanos() * (1 - dice.getAsDouble() / 3));
  }

  /** When a client is to come again whose stream was cut: not when all others do. */
  Duration retry() {
    return Duration.ofMillis(RETRY_MIN_MILLIS + (long) (dice.getAsDouble() * RETRY_SPREAD_MILLIS));
  }
}
