package dev.crossdock.api.read;

import java.time.Instant;

/** What a merchant wants to be told again. */
public sealed interface ReplayRequest {

  /** All since then. */
  record Since(Instant from) implements ReplayRequest {}

  /** One message. */
  record One(String messageId) implements ReplayRequest {}
}
