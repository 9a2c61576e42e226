package dev.crossdock.runtime;

import dev.crossdock.settings.RateLimit;

/**
 * The moments at which a partner may be called, given away one after the other. A burst has to be
 * earned: a new schedule begins with one moment at once, and then keeps to the interval.
 */
final class Schedule {
  private final long intervalNanos;
  private final long burstNanos;

  /** When the partner will have been called as often as if it always were at its limit. */
  private long evenNanos;

  Schedule(RateLimit limit, long nowNanos) {
    intervalNanos = limit.interval().toNanos();
    burstNanos = intervalNanos * (limit.burst() - 1);
    evenNanos = nowNanos + burstNanos;
  }

  /** Gives the next moment away: how long it is until then, 0 and up. */
  long reserve(long nowNanos) {
    long waitNanos = Math.max(0, evenNanos - burstNanos - nowNanos);
    long momentNanos = nowNanos + waitNanos;
    evenNanos = Math.max(0, evenNanos - momentNanos) + momentNanos + intervalNanos;
    return waitNanos;
  }
}
