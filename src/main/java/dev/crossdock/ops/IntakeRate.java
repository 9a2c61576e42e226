package dev.crossdock.ops;

import java.time.Duration;

/**
 * How many orders a second are let in, once they are too many: whatever holds, and a little more.
 *
 * <p>It falls at once when a queue stands, and then finds its way back to a little less than what
 * was too much the last time: fast while that is far away, slowly from there on (as BIC does, which
 * TCP has it from). So it stays near what can be done, however deep it fell while a queue was
 * worked off.
 *
 * <p>Not safe to share between threads. Moments are in nanoseconds of a clock that only goes
 * forward.
 */
final class IntakeRate {
  /** Orders a second that are let in whatever happens: how would it be known that all is well? */
  private static final double LEAST = 20;

  private static final double FALL = 0.8;
  private static final Duration BETWEEN_FALLS = Duration.ofSeconds(1);

  /** It never falls below this part of what was too much; that is forgotten with each fall. */
  private static final double FLOOR = 0.125;

  private static final double FORGET = 0.95;

  /** What was found to be too much since then may be less than this part by chance. */
  private static final double DOUBT = 0.7;

  /** How much of what is missing is made up for in a period, and what it rises by beside that. */
  private static final double MAKE_UP = 0.1;

  private static final double RISE = 1.02;

  /** For so long at least whoever is turned away is to stay away, and for so long at most. */
  private static final Duration TURN_MIN = Duration.ofSeconds(1);

  private static final Duration TURN_MAX = Duration.ofMinutes(1);

  /** For so long what was not asked for is kept. */
  private static final Duration KEPT = Duration.ofMillis(250);

  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  private double perSecond = Double.POSITIVE_INFINITY;

  /** A little less than what was too much the last time. */
  private double bearable;

  private boolean falling;
  private long mayFallAt;
  private double tokens;
  private long filled;
  private long nextTurn;

  boolean isLimited() {
    return perSecond < Double.POSITIVE_INFINITY;
  }

  double perSecond() {
    return perSecond;
  }

  /**
   * A queue stands.
   *
   * @param done how many a second were done since it stands
   */
  void fall(long now, double done) {
    if (isLimited() && now - mayFallAt < 0) {
      return;
    }
    if (!isLimited()) {
      bearable = done;
    } else {
      bearable = falling ? FORGET * bearable : Math.max(FORGET * perSecond, DOUBT * bearable);
    }
    falling = true;
    mayFallAt = now + BETWEEN_FALLS.toNanos();
    double fallen = FALL * Math.min(perSecond, bearable);
    perSecond = Math.max(LEAST, Math.max(FLOOR * bearable, fallen));
  }

  /**
   * No queue stands. Without a bound again once it would be one for nobody.
   *
   * @param asking how many orders a second come
   * @param periods of a quarter of a second, since the last time
   */
  void rise(double asking, double periods) {
    falling = false;
    if (perSecond < bearable) {
      perSecond += (bearable - perSecond) * (1 - Math.pow(1 - MAKE_UP, periods));
    }
    perSecond *= Math.pow(RISE, periods);
    if (perSecond > 2 * Math.max(asking, LEAST)) {
      perSecond = Double.POSITIVE_INFINITY;
    }
  }

  /** Whether one more may come in now. */
  boolean take(long now) {
    if (!isLimited()) {
      return true;
    }
    double most = Math.max(1, perSecond * KEPT.toNanos() / SECOND);
    tokens = Math.min(most, tokens + perSecond * (now - filled) / SECOND);
    filled = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /** When to come again: for each a little later than for the one before, as fast as they go. */
  Duration turn(long now) {
    long pace = (long) (SECOND / Math.max(perSecond, bearable));
    nextTurn = Math.max(nextTurn, now + TURN_MIN.toNanos()) + pace;
    nextTurn = Math.min(nextTurn, now + TURN_MAX.toNanos());
    return Duration.ofNanos(nextTurn - now);
  }
}
