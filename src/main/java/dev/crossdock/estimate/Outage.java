package dev.crossdock.estimate;

import dev.crossdock.flow.StepPolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * A partner whose breaker is not closed: until when it is out, and when what was held back is tried
 * once it is not. All times are microseconds from now.
 */
final class Outage {
  private static final long LONGEST = Quantiles.micros(Duration.ofHours(6));
  private static final long PARKED_LONGEST = Quantiles.micros(Duration.ofMinutes(5));
  private static final int TRIES_MAX = 200;

  private final long outFor;
  private final long halfOpen;
  private final long retryAfter;

  private Outage(long outFor, long halfOpen, long retryAfter) {
    this.outFor = outFor;
    this.halfOpen = halfOpen;
    this.retryAfter = retryAfter;
  }

  static boolean is(BreakerStatus breaker) {
    return breaker.outSince() != null;
  }

  static Outage of(BreakerStatus breaker, Instant now) {
    Instant since = breaker.outSince() == null ? now : breaker.outSince();
    Instant open = breaker.halfOpenAt() == null ? now : breaker.halfOpenAt();
    long openFor = Math.max(0, Quantiles.micros(Duration.between(breaker.since(), open)));
    return new Outage(
        Math.max(0, Quantiles.micros(Duration.between(since, now))),
        Math.max(0, Quantiles.micros(Duration.between(now, open))),
        openFor);
  }

  /**
   * When the partner is back. Who comes upon an outage at any moment of it finds it, half of the
   * time, to last as long again as it has lasted.
   *
   * @param chance 0 to 1
   */
  long backAt(double chance) {
    long more = (long) (outFor * (chance / (1 - chance)));
    return Math.max(halfOpen, Math.min(LONGEST, more));
  }

  /**
   * When a call that could be made then is let through: what is held back is parked, and tried
   * again after half as long as it has waited.
   *
   * @param since when its step could begin
   */
  long letThrough(
      long at, long since, StepPolicy policy, long backAt, Draws draws, int what, int i) {
    long least = Quantiles.micros(policy.backoff().max()) / 2;
    long next = at;
    for (int tries = 1; next < backAt && tries < TRIES_MAX; tries++) {
      long bound = Math.min(Math.max(least, (next - since) / 2), PARKED_LONGEST);
      long wait = (long) (bound * (0.5 + draws.chance(what, i, tries) / 2));
      next += wait < retryAfter ? retryAfter + wait : wait;
    }
    return next;
  }
}
