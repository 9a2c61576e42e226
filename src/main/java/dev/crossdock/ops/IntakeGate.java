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
 * its database. When most of a while took long, more has come in than can be done, and whatever
 * else is let in makes all wait longer. A burst is let in whole; only a queue that stands is kept
 * from growing (the idea of CoDel, RFC 8289). From then on there is a rate, see {@link IntakeRate},
 * and orders are to be quick.
 *
 * <p>A rush is when many come at once: for a few seconds what can wait is to let them go first, so
 * that whoever hands an order over soon knows that it is taken.
 *
 * <p>Safe to share between threads.
 */
public final class IntakeGate {
  private static final long PERIOD = Duration.ofMillis(250).toNanos();

  /** Once there is a bound, a queue is what takes longer than this part of the most. */
  private static final double BOUNDED = 0.25;

  /** So many that wait at once are a rush, until there are so few again. */
  private static final int RUSH = 64;

  private static final int CALM = 16;
  private static final long RUSH_MAX = Duration.ofSeconds(5).toNanos();
  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  private final long delayMax;
  private final long patience;
  private final LongSupplier nanos;
  private final IntakeRate rate = new IntakeRate();

  private long periodEnd;
  private int waiting;
  private int asked;
  private int done;

  /** How many of those that are done took too long. */
  private int slow;

  private boolean standing;
  private long standingSince;
  private long doneSince;

  /** Since when nobody waits, if nobody does. */
  private long emptySince;

  private long turnedAway;
  private boolean rushing;
  private long rushBegun;
  private long restUntil;

  /**
   * @param delayMax how long journalling an order may take, most of the time, before there is a
   *     queue
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
    if (rate.take(now)) {
      return Optional.empty();
    }
    turnedAway++;
    return Optional.of(rate.turn(now));
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
    slow += now - begun > bound() ? 1 : 0;
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
   * all time at most: nothing that waits for them starves. It is not so while there is a rate: then
   * orders that are taken have waited too long already.
   */
  public synchronized boolean isRush() {
    return rushing && !rate.isLimited() && nanos.getAsLong() - rushBegun < RUSH_MAX;
  }

  /** Orders a second that are let in at most; infinite unless a queue stands. */
  public synchronized double rate() {
    return rate.perSecond();
  }

  /** How often somebody was told to come again, since the start. */
  public synchronized long turnedAway() {
    return turnedAway;
  }

  private double bound() {
    return rate.isLimited() ? BOUNDED * delayMax : delayMax;
  }

  /** Once a period. */
  private void look(long now) {
    if (now < periodEnd) {
      return;
    }
    double periods = 1 + (double) (now - periodEnd) / PERIOD;
    doneSince += done;
    if (isQueued(now)) {
      queued(now);
    } else if (rate.isLimited() || !isHidden(now)) {
      standing = false;
      rate.rise(asked * SECOND / (periods * PERIOD), periods);
    }
    slow = 0;
    asked = 0;
    done = 0;
    periodEnd = now + PERIOD;
  }

  private boolean isQueued(long now) {
    boolean idle = waiting == 0 && now - emptySince >= PERIOD;
    return !idle && (done == 0 ? waiting > 0 : 2 * slow > done);
  }

  /** In a rush new orders are quick because others wait for them, and so they are soon after. */
  private boolean isHidden(long now) {
    return isRush() || now - restUntil < 0;
  }

  private void queued(long now) {
    if (!standing) {
      standing = true;
      standingSince = now;
      doneSince = 0;
    }
    if (rate.isLimited() || now - standingSince >= patience) {
      rate.fall(now, doneSince * SECOND / Math.max(PERIOD, now - standingSince));
    }
  }
}
