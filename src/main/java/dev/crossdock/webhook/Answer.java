package dev.crossdock.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. */
sealed interface Answer {

  /**
   * The endpoint answered.
   *
   * @param retryAfter how long it wants to be left alone
   */
  record Status(int code, @Nullable Duration retryAfter) implements Answer {}

  /**
   * It did not, or was not asked.
   *
   * @param reason for the merchant; gives away nothing of this side's network
   */
  record Nothing(String reason) implements Answer {}
}
