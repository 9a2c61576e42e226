package dev.crossdock.partner.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A request of the partner API, before it has a host.
 *
 * @param method GET or POST
 * @param path from {@code /v1} on, with its query, percent-encoded
 * @param idempotencyKey of a call that changes something at the partner
 */
record HttpAsk(
    String method, String path, @Nullable String idempotencyKey, @Nullable ObjectNode body) {

  static HttpAsk get(String path) {
    return new HttpAsk("GET", path, null, null);
  }

  /** Asks without changing anything, so without a key. */
  static HttpAsk query(String path, ObjectNode body) {
    return new HttpAsk("POST", path, null, body);
  }

  static HttpAsk change(String path, String key, @Nullable ObjectNode body) {
    return new HttpAsk("POST", path, key, body);
  }
}
