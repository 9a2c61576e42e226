package dev.crossdock.view;

import java.time.Duration;
import java.time.Instant;

/**
 * A row of the table {@code wake_at}; moments in microseconds.
 *
 * @param nextAt {@link #NEVER} when nothing is due by itself
 * @param woken how often it was woken since it moved
 */
record WakeRow(
    String persistenceId,
    long version,
    boolean inFlight,
    int owed,
    long movedAt,
    long nextAt,
    int woken) {
  static final long NEVER = Long.MAX_VALUE;
  static final int SLICES = 128;
  private static final int DOUBLINGS_MAX = 6;

  /** After something happened to it. */
  static WakeRow moved(String persistenceId, long version, Wake wake, int owed) {
    Instant next = wake.next();
    return new WakeRow(
        persistenceId,
        version,
        wake.inFlight(),
        owed,
        Sql.micros(wake.movedAt()),
        next == null ? NEVER : Sql.micros(next),
        0);
  }

  /** The same with less, or nothing, owed. */
  WakeRow owing(int rounds) {
    return new WakeRow(persistenceId, version, inFlight, rounds, movedAt, nextAt, woken);
  }

  WakeRow wokenOnceMore() {
    return new WakeRow(persistenceId, version, inFlight, owed, movedAt, nextAt, woken + 1);
  }

  /** Where it belongs: 0 to 127. */
  int slice() {
    return Math.floorMod(persistenceId.hashCode(), SLICES);
  }

  boolean isAtRest() {
    return !inFlight && owed == 0 && nextAt == NEVER;
  }

  /**
   * When to wake it first: in time for what is due, or else when a call that was on its way must
   * have come to an end.
   */
  long dueAt(Duration patience) {
    return inFlight || owed > 0 ? Math.min(nextAt, movedAt + micros(patience)) : nextAt;
  }

  /** When to wake it again that was just woken, should it not move: later each time. */
  long dueAgainAt(Instant now, Duration patience) {
    long soonest = Sql.micros(now) + (micros(patience) << Math.min(woken, DOUBLINGS_MAX));
    boolean waitsForMore = nextAt != NEVER && nextAt > Sql.micros(now);
    return waitsForMore ? Math.min(nextAt, soonest) : soonest;
  }

  /** Whether it had its round, alive, and has by now been heard of by everybody. */
  boolean isHeard(Instant now) {
    return !inFlight && owed > 0 && woken > 0 && nextAt > Sql.micros(now);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
