package dev.crossdock.runtime;

import dev.crossdock.estimate.Digest;
import dev.crossdock.estimate.Operation;
import dev.crossdock.estimate.OperationStatus;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Unanswered;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What came of one kind of call to one partner. Used by its gateway only. What has not changed is
 * not computed again.
 */
final class OperationTraffic {
  private static final int MICRO = 1000;

  /** One call weighs so much in the share of those that are lost. */
  private static final double ONE = 0.05;

  private static final int SILENT_AFTER = 5;

  private final Digest answered = new Digest();
  private final Digest unanswered = new Digest();
  private final Tally tally = new Tally();
  private final Map<String, Timer> timers = new HashMap<>();
  private final String partner;
  private final Operation operation;
  private final WholeTimes whole;
  private final MeterRegistry meters;
  private double losses;
  private int lostInARow;
  private @Nullable Instant lostSince;
  private @Nullable OperationStatus known;

  OperationTraffic(String partner, Operation operation, WholeTimes whole, MeterRegistry meters) {
    this.partner = partner;
    this.operation = operation;
    this.whole = whole;
    this.meters = meters;
  }

  /**
   * A call came to an end.
   *
   * @param nanos from sent to answered
   */
  void ended(Outcome outcome, long nanos, long nowMillis) {
    counted(outcome, nanos, nowMillis);
    boolean lost = outcome instanceof Unanswered;
    (lost ? unanswered : answered).recordMicros(nanos / MICRO, nowMillis);
    losses += ((lost ? 1 : 0) - losses) * ONE;
    lostInARow = lost ? lostInARow + 1 : 0;
    if (lostInARow < 2) {
      lostSince = lost ? Instant.ofEpochMilli(nowMillis) : null;
    }
  }

  /** A call was not made. */
  void heldBack(Unanswered outcome, long nowMillis) {
    counted(outcome, 0, nowMillis);
  }

  private void counted(Outcome outcome, long nanos, long nowMillis) {
    known = null;
    tally.count(outcome, nowMillis);
    timers.computeIfAbsent(label(outcome), this::timer).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(String outcome) {
    return Timer.builder("crossdock.partner.call")
        .description("Calls to partners, from sent to answered")
        .tags("partner", partner, "operation", operation.label(), "outcome", outcome)
        .register(meters);
  }

  OperationStatus status(Instant now) {
    if (known == null) {
      known =
          new OperationStatus(
              answered.quantiles(now),
              unanswered.quantiles(now),
              whole.of(partner, operation, now),
              tally.mix(now.toEpochMilli()),
              losses,
              lostInARow < SILENT_AFTER ? null : lostSince);
    }
    return known;
  }

  private static String label(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded o -> "succeeded";
      case Outcome.Refused o -> "refused";
      case Unanswered o ->
          switch (o.reach()) {
            case HELD_BACK -> "held-back";
            case NOT_ACTED_ON -> "not-acted-on";
            case MAYBE_ACTED_ON -> "maybe-acted-on";
          };
    };
  }
}
