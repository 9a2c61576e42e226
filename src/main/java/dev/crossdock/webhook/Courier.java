package dev.crossdock.webhook;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/** Carries messages to one endpoint. */
interface Courier {

  /**
   * Sends one message, once.
   *
   * @return what came of it, within the deadline; the stage does not fail
   */
  CompletionStage<Answer> carry(URI url, Envelope envelope);

  /** Closes its connections; what is under way ends unanswered. */
  void close();

  /**
   * A message as it is sent.
   *
   * @param id header {@code webhook-id}
   * @param timestamp header {@code webhook-timestamp}: seconds since 1970, of this attempt
   * @param signature header {@code webhook-signature}
   */
  record Envelope(String id, long timestamp, String signature, String payload) {}
}
