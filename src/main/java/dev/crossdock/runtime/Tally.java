package dev.crossdock.runtime;

import dev.crossdock.estimate.Mix;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Unanswered;
import java.util.Arrays;

/** Counts outcomes of the last ten minutes. Not safe for use by many threads. */
final class Tally {
  private static final long MINUTE_MILLIS = 60_000;
  private static final int MINUTES = 10;

  private final Mix[] mixes = new Mix[MINUTES];
  private final long[] minutes = new long[MINUTES];

  Tally() {
    Arrays.fill(mixes, Mix.NONE);
  }

  void count(Outcome outcome, long nowMillis) {
    long minute = nowMillis / MINUTE_MILLIS;
    int slot = Math.floorMod(minute, MINUTES);
    if (minutes[slot] != minute) {
      minutes[slot] = minute;
      mixes[slot] = Mix.NONE;
    }
    mixes[slot] = mixes[slot].plus(one(outcome));
  }

  Mix mix(long nowMillis) {
    long oldest = nowMillis / MINUTE_MILLIS - MINUTES;
    Mix mix = Mix.NONE;
    for (int slot = 0; slot < MINUTES; slot++) {
      mix = minutes[slot] > oldest ? mix.plus(mixes[slot]) : mix;
    }
    return mix;
  }

  private static Mix one(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded o -> new Mix(1, 0, 0, 0, 0);
      case Outcome.Refused o -> new Mix(0, 1, 0, 0, 0);
      case Unanswered o ->
          switch (o.reach()) {
            case HELD_BACK -> new Mix(0, 0, 1, 0, 0);
            case NOT_ACTED_ON -> new Mix(0, 0, 0, 1, 0);
            case MAYBE_ACTED_ON -> new Mix(0, 0, 0, 0, 1);
          };
    };
  }
}
