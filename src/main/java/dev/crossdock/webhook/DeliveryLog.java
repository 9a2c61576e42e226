package dev.crossdock.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message at one endpoint.
 *
 * @param number orders deliveries; the newest has the highest
 * @param createdAt when what the message tells of was stored
 * @param attempts the last ones, the oldest first
 * @param dueAt when it is tried next, while it is pending
 */
public record DeliveryLog(
    long number,
    String messageId,
    String eventType,
    String orderId,
    State state,
    Instant createdAt,
    List<Attempt> attempts,
    @Nullable Instant dueAt) {

  /** Whether it was taken. */
  public enum State {
    PENDING,
    DELIVERED,
    /** All attempts have been made; it may be replayed. */
    FAILED
  }

  /**
   * One attempt.
   *
   * @param number counts the attempts of this delivery, from 1
   * @param statusCode of the answer; absent when there was none
   * @param error why there was none
   */
  public record Attempt(
      int number,
      Instant at,
      long tookMillis,
      @Nullable Integer statusCode,
      @Nullable String error) {}

  public DeliveryLog {
    attempts = List.copyOf(attempts);
  }
}
