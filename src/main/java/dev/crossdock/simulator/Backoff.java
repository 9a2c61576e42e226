package dev.crossdock.simulator;

import java.time.Duration;

/** How long to wait before the next try of a callback: 1 s, doubling to 30 s. */
final class Backoff {

  static final Duration GIVE_UP_AFTER = Duration.ofMinutes(15);
  private static final long FIRST_MILLIS = 1_000;
  private static final long LONGEST_MILLIS = 30_000;
  private static final int DOUBLINGS_MAX = 5;

  private Backoff() {}

  /** The wait after so many tries, at least 1. */
  static Duration after(int tries) {
    int doublings = Math.min(tries - 1, DOUBLINGS_MAX);
    return Duration.ofMillis(Math.min(LONGEST_MILLIS, FIRST_MILLIS << doublings));
  }
}
