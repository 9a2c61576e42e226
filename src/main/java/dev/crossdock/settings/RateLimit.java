package dev.crossdock.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a partner may be called.
 *
 * @param perSecond above zero; may be a fraction
 * @param burst how many at once after a pause; 1 or more
 */
public record RateLimit(double perSecond, int burst) {
  private static final double FASTEST = 1_000_000;
  private static final double SLOWEST = 0.001;

  /** Between two calls when there is no pause. */
  public Duration interval() {
    return Duration.ofNanos(Math.round(1e9 / perSecond));
  }

  /** From {@code rate-limit = 5} or {@code { per-second = 5, burst = 10 }}; {@code 0} is none. */
  static @Nullable RateLimit from(Section partner) {
    if (!partner.isSection("rate-limit")) {
      double perSecond = partner.number("rate-limit", 0, FASTEST);
      return perSecond == 0 ? null : of(partner, perSecond);
    }
    Section limit = partner.section("rate-limit");
    double perSecond = limit.number("per-second", SLOWEST, FASTEST);
    boolean bursts = limit.has("burst");
    int burst = bursts ? limit.whole("burst", 1, (int) FASTEST) : usualBurst(perSecond);
    limit.done();
    return new RateLimit(perSecond, burst);
  }

  private static RateLimit of(Section partner, double perSecond) {
    if (perSecond < SLOWEST) {
      partner.fault("rate-limit", "is less than one in 1000s");
    }
    return new RateLimit(Math.max(perSecond, SLOWEST), usualBurst(perSecond));
  }

  private static int usualBurst(double perSecond) {
    return (int) Math.max(1, Math.ceil(perSecond));
  }
}
