package dev.crossdock.view;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How fast the live projection goes, told from where it was when it was looked at. */
final class Pace {
  private static final double MILLIS = 1000;
  private static final double WEIGHT = 0.2;

  private Lag.@Nullable Measured before;
  private double perSecond;

  /** Where it is now. */
  synchronized void seen(Lag.Measured now) {
    if (before != null) {
      double millis = Duration.between(before.at(), now.at()).toMillis();
      double events = Math.max(0, now.position().ordering() - before.position().ordering());
      if (millis > 0) {
        perSecond += WEIGHT * (events * MILLIS / millis - perSecond);
      }
    }
    before = now;
  }

  /** Events a second, smoothed over some seconds. */
  synchronized double perSecond() {
    return perSecond;
  }
}
