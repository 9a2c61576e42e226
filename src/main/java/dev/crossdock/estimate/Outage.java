package dev.crossdock.estimate;

import dev.crossdock.flow.StepPolicy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partner that is out: until when it is out, and when what was held back is tried once it is not.
 * All times are microseconds from now.
 */
final class Outage {
  private static final long LONGEST = Quantiles.micros(Duration.ofHours(6));
  private static final long PARKED_LONGEST = Quantiles.micros(Duration.ofMinutes(5));
  private static final int TRIES_MAX = 200;

  private final long outFor;
  private final long halfOpen;
  private final long retryAfter;
  private final boolean heldBack;

  private Outage(long outFor, long halfOpen, long retryAfter, boolean heldBack) {
    this.outFor = outFor;
    this.halfOpen = halfOpen;
    this.retryAfter = retryAfter;
    this.heldBack = heldBack;
  }

  /** Whether its breaker says so, or nothing of the kind was answered lately. */
  static boolean is(PartnerStatus partner, OperationStatus call) {
    return since(partner, call) != null;
  }

  private static @Nullable Instant since(PartnerStatus partner, OperationStatus call) {
    Instant out = partner.breaker().outSince();
    return out == null ? call.silentSince() : out;
  }

  static Outage of(PartnerStatus partner, OperationStatus call, Instant now) {
    BreakerStatus breaker = partner.breaker();
    Instant began = since(partner, call);
    Instant since = began == null ? now : began;
    Instant open = breaker.halfOpenAt() == null ? now : breaker.halfOpenAt();
    long openFor = Math.max(0, Quantiles.micros(Duration.between(breaker.since(), open)));
    return new Outage(
        Math.max(0, Quantiles.micros(Duration.between(since, now))),
        Math.max(0, Quantiles.micros(Duration.between(now, open))),
        openFor,
        breaker.outSince() != null);
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
   * When a call that could be made then finds its partner back. What is held back, or has been
   * tried often enough, is parked, and tried again after half as long as it has waited.
   *
   * @param since when its step could begin
   * @param attempts how often it has been tried already
   */
  long letThrough(
      long at, long since, int attempts, StepPolicy policy, long backAt, Chances chances) {
    long least = Quantiles.micros(policy.backoff().max()) / 2;
    long next = at;
    for (int tries = 1; next < backAt && tries < TRIES_MAX; tries++) {
      double chance = chances.of(tries);
      if (!heldBack && attempts + tries < policy.attemptsMax()) {
        next += Quantiles.micros(policy.backoff().after(attempts + tries, chance, null));
      } else {
        long bound = Math.min(Math.max(least, (next - since) / 2), PARKED_LONGEST);
        long wait = (long) (bound * (0.5 + chance / 2));
        next += wait < retryAfter ? retryAfter + wait : wait;
      }
    }
    return next;
  }

  /** What each try is rolled. */
  @FunctionalInterface
  interface Chances {
    double of(int tries);
  }
}
