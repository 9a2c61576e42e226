package dev.crossdock.simulator;

import java.time.Instant;

/**
 * A callback on its way to Crossdock.
 *
 * @param messageId the same at every try
 * @param payload the exact text that is signed and sent
 * @param since when it was first due
 */
record Outgoing(String messageId, String partner, String payload, Instant since) {

  static Outgoing of(Tiding tiding, Instant now) {
    return new Outgoing(Ids.next("msg"), tiding.partner(), Json.write(tiding.toJson()), now);
  }
}
