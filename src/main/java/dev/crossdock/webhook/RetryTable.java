package dev.crossdock.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * When a message is tried again, and when no more.
 *
 * @param waits after the first failed attempt, the second, and so on; there is one attempt more
 *     than there are waits
 */
record RetryTable(List<Duration> waits) {
  /** The longest that an endpoint may ask to be left alone. */
  static final Duration RETRY_AFTER_MAX = Duration.ofDays(1);

  private static final double JITTER = 0.1;
  private static final int GONE = 410;

  RetryTable {
    waits = List.copyOf(waits);
  }

  /** That of the Standard Webhooks specification: ten attempts within some three days. */
  static RetryTable standard() {
    return new RetryTable(
        List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));
  }

  /**
   * What to make of an answer.
   *
   * @param attempts made so far, this one included; 1 and up
   * @param dice rolls 0 to 1; waits are up to a tenth longer than the table says
   */
  Verdict judge(Answer answer, int attempts, Instant now, DoubleSupplier dice) {
    return switch (answer) {
      case Answer.Status status when status.code() / 100 == 2 -> new Verdict.Delivered();
      case Answer.Status status when status.code() == GONE ->
          new Verdict.Gone("the endpoint answered 410 Gone");
      case Answer.Status status -> again(attempts, now, dice, pause(status));
      case Answer.Nothing nothing -> again(attempts, now, dice, Duration.ZERO);
    };
  }

  private Verdict again(int attempts, Instant now, DoubleSupplier dice, Duration pause) {
    if (attempts > waits.size()) {
      return new Verdict.GivenUp();
    }
    Duration wait = waits.get(attempts - 1);
    Duration jittered = wait.plusMillis((long) (wait.toMillis() * JITTER * dice.getAsDouble()));
    Duration longest = pause.compareTo(jittered) > 0 ? pause : jittered;
    return new Verdict.Again(now.plus(longest), pause.isZero() ? null : now.plus(pause));
  }

  /** Only who says "too much" or "not now" is believed to mean everything, and not this message. */
  private static Duration pause(Answer.Status status) {
    Duration asked = status.retryAfter();
    if (asked == null || (status.code() != 429 && status.code() != 503)) {
      return Duration.ZERO;
    }
    return asked.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : asked;
  }
}
