package dev.crossdock.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an answer means for its delivery, and for the endpoint. */
sealed interface Verdict {

  /** It was taken. */
  record Delivered() implements Verdict {}

  /**
   * It is to be tried again.
   *
   * @param pausedUntil nothing at all is sent to the endpoint until then
   */
  record Again(Instant dueAt, @Nullable Instant pausedUntil) implements Verdict {}

  /** Every attempt has been made; only a replay begins it again. */
  record GivenUp() implements Verdict {}

  /**
   * The endpoint is not to be told anything any more; this message is lost to it until replayed.
   */
  record Gone(String reason) implements Verdict {}
}
