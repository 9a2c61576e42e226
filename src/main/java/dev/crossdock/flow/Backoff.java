package dev.crossdock.flow;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next try: exponential with full jitter, as in Marc Brooker's
 * "Exponential Backoff And Jitter".
 *
 * @param first bound of the first wait; above zero
 * @param max bound of every wait; at least {@code first}
 */
public record Backoff(Duration first, Duration max) {

  /**
   * The wait after so many tries.
   *
   * @param tries 1 or more
   * @param jitter 0 to 1, rolled by the caller
   * @param atLeast what the partner asked for
   */
  public Duration after(int tries, double jitter, @Nullable Duration atLeast) {
    long bound = Math.min(max.toMillis(), first.toMillis() << Math.min(tries - 1, 20));
    Duration wait = Duration.ofMillis(Math.max(1, (long) (jitter * bound)));
    return atLeast != null && atLeast.compareTo(wait) > 0 ? atLeast.plus(wait) : wait;
  }
}
