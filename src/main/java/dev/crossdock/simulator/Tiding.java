package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Something a partner has to tell by a callback.
 *
 * @param type one of the partner API's callback types
 * @param details the callback's {@code data}
 */
record Tiding(String partner, String type, Instant occurredAt, ObjectNode details) {

  static Tiding of(Entry entry, String type, ObjectNode details) {
    Instant when = entry.past().isEmpty() ? entry.at() : entry.past().getLast().at();
    return new Tiding(entry.partner(), type, when, details);
  }

  ObjectNode toJson() {
    ObjectNode body = Json.object().put("type", type).put("occurredAt", occurredAt.toString());
    body.set("data", details);
    return body;
  }
}
