package dev.crossdock.settings;

import java.time.Duration;

/**
 * When a partner is taken to be out.
 *
 * @param failureRate percent of calls that fail, 1 to 100
 * @param callsMin before so many were made nothing is concluded
 * @param open how long nothing is sent then
 */
public record BreakerSettings(int failureRate, int callsMin, Duration open) {

  static BreakerSettings from(Section breaker) {
    BreakerSettings settings =
        new BreakerSettings(
            breaker.whole("failure-rate", 1, 100),
            breaker.whole("calls-min", 1, 100_000),
            breaker.duration("open", Duration.ofMillis(10), Duration.ofHours(1)));
    breaker.done();
    return settings;
  }
}
