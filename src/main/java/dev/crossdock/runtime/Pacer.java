package dev.crossdock.runtime;

import dev.crossdock.settings.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** When a partner may be called next, for the sake of its rate limit. */
@FunctionalInterface
interface Pacer {
  /** How soon to ask again whether something else still goes first. */
  Duration A_MOMENT = Duration.ofMillis(50);

  /** How long to wait and ask again; zero: call it now, which counts. */
  Duration ask();

  /** The same, but for as long as something else is to go first. */
  default Pacer after(BooleanSupplier other) {
    return () -> other.getAsBoolean() ? A_MOMENT : ask();
  }

  /** Of a partner without a limit. */
  static Pacer unlimited() {
    return () -> Duration.ZERO;
  }

  /** Of a node that nobody shares the limit with. */
  static Pacer alone(RateLimit limit) {
    Bucket bucket =
        Bucket.builder()
            .addLimit(
                bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(1, limit.interval()))
            .build();
    return () -> {
      ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
      return probe.isConsumed()
          ? Duration.ZERO
          : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    };
  }
}
