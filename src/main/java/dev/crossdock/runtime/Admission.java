package dev.crossdock.runtime;

import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.settings.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says what may pass to a partner: circuit breaker, rate limit, retry budget. Used by the partner's
 * gateway only; it outlives the gateway's restarts.
 */
final class Admission {
  /**
   * While a partner fails, at most a tenth of what goes to it is retries, but some always are: who
   * only has retries left would never find out that it is back.
   */
  private static final double RETRIES_A_CALL = 0.1;

  private static final double RETRIES_SAVED_MAX = 100;
  private static final int RETRIES_A_SECOND = 10;
  private static final float FAILING_PERCENT = 10;

  private final int concurrencyMax;
  private final int queueMax;
  private final Duration openFor;
  private final CircuitBreaker breaker;
  private final @Nullable Bucket rate;
  private final Bucket floor =
      Bucket.builder()
          .addLimit(
              bandwidth ->
                  bandwidth
                      .capacity(RETRIES_A_SECOND)
                      .refillGreedy(RETRIES_A_SECOND, Duration.ofSeconds(1)))
          .build();
  private double retriesLeft = RETRIES_SAVED_MAX;

  Admission(String name, PartnerSettings settings) {
    this.concurrencyMax = settings.concurrencyMax();
    this.queueMax = settings.queueMax();
    this.openFor = settings.breaker().open();
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .failureRateThreshold(settings.breaker().failureRate())
                .minimumNumberOfCalls(settings.breaker().callsMin())
                .slidingWindowSize(Math.max(100, settings.breaker().callsMin()))
                .permittedNumberOfCallsInHalfOpenState(5)
                .waitDurationInOpenState(openFor)
                .build());
    this.rate = bucket(settings);
  }

  private static @Nullable Bucket bucket(PartnerSettings settings) {
    RateLimit limit = settings.rateLimit();
    return limit == null
        ? null
        : Bucket.builder()
            .addLimit(
                bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(1, limit.interval()))
            .build();
  }

  int concurrencyMax() {
    return concurrencyMax;
  }

  /**
   * Why a call may not even queue; absent if it may.
   *
   * @param again whether it was tried before
   */
  @Nullable String whyNot(int queued, boolean again) {
    if (queued >= queueMax) {
      return "the queue is full";
    }
    if (!again) {
      retriesLeft = Math.min(RETRIES_SAVED_MAX, retriesLeft + RETRIES_A_CALL);
      return null;
    }
    if (breaker.getMetrics().getFailureRate() < FAILING_PERCENT || floor.tryConsume(1)) {
      return null;
    }
    retriesLeft = Math.max(0, retriesLeft - 1);
    return retriesLeft < 1 ? "the retry budget is used up" : null;
  }

  /** Whether the next call may go now; after {@link Go} {@link #ended} must follow. */
  Leave ask() {
    if (!breaker.tryAcquirePermission()) {
      return new No("the breaker is open");
    }
    if (rate == null) {
      return new Go();
    }
    ConsumptionProbe probe = rate.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return new Go();
    }
    breaker.releasePermission();
    return new Later(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Whether a call may go. */
  sealed interface Leave {}

  record Go() implements Leave {}

  record Later(Duration delay) implements Leave {}

  record No(String why) implements Leave {}

  /** A partner that answers, even with a no, is up; one that asks for slower is too. */
  void ended(Outcome outcome, long nanos) {
    switch (outcome) {
      case Outcome.Succeeded o -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      case Outcome.Refused o -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      case Unanswered o ->
          breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(o.reason()));
    }
  }

  /** How long to wait at least before trying again what was held back. */
  Duration retryAfter() {
    return breaker.getState() == State.OPEN ? openFor : Duration.ofMillis(500);
  }
}
