package dev.crossdock.runtime;

import java.util.function.LongSupplier;

/**
 * P9: of what goes to a partner, at most a tenth is tries again. Ten a second go in any case, or
 * those who only wait to try again would wait for ever when nothing new comes. Not safe for use by
 * many threads.
 */
final class RetryBudget {
  private static final double A_CALL = 0.1;
  private static final double A_NANO = 1e-8;
  private static final double SAVED_MAX = 100;

  private final LongSupplier nanos;
  private double saved = SAVED_MAX;
  private long lookedAt;

  /**
   * A budget that is full.
   *
   * @param nanos time in nanoseconds that never goes back
   */
  RetryBudget(LongSupplier nanos) {
    this.nanos = nanos;
    this.lookedAt = nanos.getAsLong();
  }

  /** Whether there is something left for a try again. */
  boolean isEmpty() {
    long now = nanos.getAsLong();
    save((now - lookedAt) * A_NANO);
    lookedAt = now;
    return saved < 1;
  }

  /** A call goes to the partner. */
  void spend(boolean again) {
    if (again) {
      saved--;
    } else {
      save(A_CALL);
    }
  }

  private void save(double more) {
    saved = Math.min(SAVED_MAX, saved + more);
  }
}
