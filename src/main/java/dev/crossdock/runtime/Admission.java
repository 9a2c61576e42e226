package dev.crossdock.runtime;

import dev.crossdock.estimate.BreakerStatus;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.settings.PartnerSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Says what may pass to a partner: circuit breaker, rate limit, bound on what is under way, retry
 * budget. Used by the partner's gateway only; it outlives the gateway's restarts, and so does the
 * count of what is under way.
 */
final class Admission {
  private static final float FAILING_PERCENT = 10;

  private final int concurrencyMax;
  private final int queueMax;
  private final Duration openFor;
  private final Clock clock;
  private final CircuitBreaker breaker;
  private final Pacer rate;
  private final RetryBudget retries;
  private int underWay;
  private BreakerStatus status;

  /**
   * Lets everything pass at first.
   *
   * @param clock tells the breaker when it has been open for long enough
   * @param rate keeps to the partner's rate limit
   */
  Admission(String name, PartnerSettings settings, Clock clock, Pacer rate) {
    this.concurrencyMax = settings.concurrencyMax();
    this.queueMax = settings.queueMax();
    this.openFor = settings.breaker().open();
    this.clock = clock;
    this.status = BreakerStatus.closed(clock.instant());
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .failureRateThreshold(settings.breaker().failureRate())
                .minimumNumberOfCalls(settings.breaker().callsMin())
                .slidingWindowSize(Math.max(100, settings.breaker().callsMin()))
                .permittedNumberOfCallsInHalfOpenState(5)
                .waitDurationInOpenState(openFor)
                .clock(clock)
                .build());
    this.breaker.getEventPublisher().onStateTransition(any -> moved());
    this.rate = rate;
    this.retries = new RetryBudget(System::nanoTime);
  }

  private void moved() {
    Instant now = clock.instant();
    Instant out = status.outSince() == null ? now : status.outSince();
    status =
        switch (breaker.getState()) {
          case OPEN, FORCED_OPEN ->
              new BreakerStatus(BreakerStatus.State.OPEN, now, out, now.plus(openFor));
          case HALF_OPEN -> new BreakerStatus(BreakerStatus.State.HALF_OPEN, now, out, null);
          case CLOSED, DISABLED, METRICS_ONLY -> BreakerStatus.closed(now);
        };
  }

  /** How the breaker is. */
  BreakerStatus breaker() {
    return status;
  }

  int underWay() {
    return underWay;
  }

  /** Whether as much is under way as may be. */
  boolean isBusy() {
    return underWay >= concurrencyMax;
  }

  boolean isFull(int queued) {
    return queued >= queueMax;
  }

  /**
   * Whether the next call may go now; after {@link Go} {@link #ended} must follow.
   *
   * @param again whether it was tried before
   */
  Leave ask(boolean again) {
    if (again && isFailing() && retries.isEmpty()) {
      return new No("the retry budget is used up");
    }
    if (!breaker.tryAcquirePermission()) {
      return new No("the breaker is open");
    }
    Duration wait = rate.ask();
    if (!wait.isZero()) {
      breaker.releasePermission();
      return new Later(wait);
    }
    retries.spend(again);
    underWay++;
    return new Go();
  }

  /** A partner that is well again is owed all that was held back: no budget stands in the way. */
  private boolean isFailing() {
    return breaker.getMetrics().getFailureRate() >= FAILING_PERCENT;
  }

  /** Whether a call may go. */
  sealed interface Leave {}

  record Go() implements Leave {}

  record Later(Duration delay) implements Leave {}

  record No(String why) implements Leave {}

  /** A partner that answers, even with a no, is up; one that asks for slower is too. */
  void ended(Outcome outcome, long nanos) {
    underWay--;
    switch (outcome) {
      case Outcome.Succeeded o -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      case Outcome.Refused o -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      case Unanswered o when o.reach() == Reach.HELD_BACK -> breaker.releasePermission();
      case Unanswered o when o.reach() == Reach.NOT_ACTED_ON && o.retryAfter() != null ->
          breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      case Unanswered o ->
          breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(o.reason()));
    }
  }

  /** How long to wait at least before trying again what was held back. */
  Duration retryAfter() {
    return breaker.getState() == State.OPEN ? openFor : Duration.ofMillis(500);
  }
}
