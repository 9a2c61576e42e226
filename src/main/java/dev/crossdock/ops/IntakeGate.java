package dev.crossdock.ops;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets in as many new orders as the node can see through, and tells the others when to come again.
 *
 * <p>It goes by how long new orders take to be journalled: that waits for nobody but the node and
 * its database. When even the quickest of a while took long, more has come in than can be done, and
 * whatever else is let in makes all wait longer. A burst is let in whole; only a queue that stands
 * is kept from growing (the idea of CoDel, RFC 8289). From then on there is a rate, which falls
 * while the queue stands and rises again when it is gone.
 *
 * <p>A rush is when many come at once: for a few seconds what can wait is to let them go first, so
 * that whoever hands an order over soon knows that it is taken.
 *
 * <p>Safe to share between threads.
 */
public final class IntakeGate {
  private static final long PERIOD = Duration.ofMillis(250).toNanos();
  private static final double FALL = 0.8;
  private static final double RISE = 1.05;

  /** What the newest period counts for in how many are done a second. */
  private static final double NEWEST = 0.125;

  /** Orders a second that are let in whatever happens: how would it be known that all is well? */
  private static final double RATE_MIN = 20;

  /** So many that wait at once are a rush, until there are so few again. */
  private static final int RUSH = 64;

  private static final int CALM = 16;
  private static final long RUSH_MAX = Duration.ofSeconds(5).toNanos();

  private static final Duration RETRY_MIN = Duration.ofSeconds(1);
  private static final Duration RETRY_MAX = Duration.ofMinutes(1);
  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  private final long delayMax;
  private final long patience;
  private final LongSupplier nanos;

  private long periodEnd;
  private long quickest = Long.MAX_VALUE;
  private int waiting;
  private int asked;
  private int done;
  private long standingSince = Long.MAX_VALUE;

  /** Since when nobody waits, if nobody does. */
  private long emptySince;

  /** Orders a second that are journalled, lately. */
  private double drained;

  private double rate = Double.POSITIVE_INFINITY;
  private double tokens;
  private long filled;
  private long nextTurn;
  private long turnedAway;
  private boolean rushing;
  private long rushBegun;
  private long restUntil;

  /**
   * @param delayMax how long journalling an order may take, at best, before there is a queue
   * @param patience how long a queue may stand
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public IntakeGate(Duration delayMax, Duration patience, LongSupplier nanos) {
    this.delayMax = delayMax.toNanos();
    this.patience = patience.toNanos();
    this.nanos = nanos;
    this.periodEnd = nanos.getAsLong() + PERIOD;
    this.restUntil = nanos.getAsLong();
  }

  /**
   * Asks to be let in.
   *
   * @return nothing when let in; otherwise when to come again, each of those who are not let in a
   *     little later than the one before, at the rate at which they can be taken
   */
  public synchronized Optional<Duration> ask() {
    long now = nanos.getAsLong();
    look(now);
    asked++;
    if (!isLimited() || token(now)) {
      return Optional.empty();
    }
    turnedAway++;
    return Optional.of(turn(now));
  }

  /** Has an order journalled that was let in, and sees how long it takes. */
  public <T> CompletionStage<T> timed(Supplier<CompletionStage<T>> journalling) {
    long begun = begun();
    return journalling.get().whenComplete((done, failure) -> done(begun));
  }

  private synchronized long begun() {
    long now = nanos.getAsLong();
    waiting++;
    if (!rushing && waiting >= RUSH && now - restUntil >= 0) {
      rushing = true;
      rushBegun = now;
    }
    return now;
  }

  private synchronized void done(long begun) {
    long now = nanos.getAsLong();
    done++;
    quickest = Math.min(quickest, now - begun);
    look(now);
    waiting--;
    emptySince = now;
    if (rushing && waiting <= CALM) {
      rushing = false;
      restUntil = now + Math.min(RUSH_MAX, now - rushBegun);
    }
  }

  /**
   * Whether new orders are to go first now. That is so for five seconds at a time, and for half of
   * all time at most: nothing that waits for them starves.
   */
  public synchronized boolean isRush() {
    return rushing && nanos.getAsLong() - rushBegun < RUSH_MAX;
  }

  /** Orders a second that are let in at most; infinite unless a queue stands. */
  public synchronized double rate() {
    return rate;
  }

  /** How often somebody was told to come again, since the start. */
  public synchronized long turnedAway() {
    return turnedAway;
  }

  /** Once a period. */
  private void look(long now) {
    if (now < periodEnd) {
      return;
    }
    double periods = 1 + (double) (now - periodEnd) / PERIOD;
    double seconds = periods * PERIOD / SECOND;
    boolean idle = waiting == 0 && now - emptySince >= PERIOD;
    boolean stands = !idle && (done == 0 ? waiting > 0 : quickest > delayMax);
    if (!idle) {
      drained += (done / seconds - drained) * (1 - Math.pow(1 - NEWEST, periods));
    }
    if (isRush() && !isLimited()) {
      // New orders are quick because others wait for them: that says nothing about a queue.
      standingSince = stands ? Math.min(standingSince, now) : standingSince;
    } else if (!stands) {
      standingSince = Long.MAX_VALUE;
      rise(asked / seconds, periods);
    } else {
      standingSince = Math.min(standingSince, now);
      if (isLimited() || now - standingSince >= patience) {
        rate = Math.max(RATE_MIN, FALL * Math.min(rate, drained));
      }
    }
    quickest = Long.MAX_VALUE;
    asked = 0;
    done = 0;
    periodEnd = now + PERIOD;
  }

  private boolean isLimited() {
    return rate < Double.POSITIVE_INFINITY;
  }

  /** Without a bound again once it would be one for nobody. */
  private void rise(double asking, double periods) {
    rate *= Math.pow(RISE, periods);
    if (rate > 2 * Math.max(asking, RATE_MIN)) {
      rate = Double.POSITIVE_INFINITY;
    }
  }

  private boolean token(long now) {
    double most = Math.max(1, rate * PERIOD / SECOND);
    tokens = Math.min(most, tokens + rate * (now - filled) / SECOND);
    filled = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  private Duration turn(long now) {
    nextTurn =
        Math.max(nextTurn, now + RETRY_MIN.toNanos()) + (long) (SECOND / Math.max(rate, drained));
    nextTurn = Math.min(nextTurn, now + RETRY_MAX.toNanos());
    return Duration.ofNanos(nextTurn - now);
  }
}
