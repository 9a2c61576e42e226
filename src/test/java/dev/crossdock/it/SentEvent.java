package dev.crossdock.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One event of a stream of server-sent events, as their standard says. */
record SentEvent(String id, String type, JsonNode data) {

  /** The events in these lines, as they come. */
  static Stream<SentEvent> read(Stream<String> lines) {
    Spliterator<String> source = lines.spliterator();
    return StreamSupport.stream(
        new AbstractSpliterator<SentEvent>(Long.MAX_VALUE, Spliterator.ORDERED) {
          @Override
          public boolean tryAdvance(Consumer<? super SentEvent> taker) {
            Map<String, String> fields = new HashMap<>();
            while (!fields.containsKey("")) {
              if (!source.tryAdvance(line -> read(line, fields))) {
                return false;
              }
            }
            taker.accept(of(fields));
            return true;
          }
        },
        false);
  }

  /** An empty line ends an event, if there is one; a colon begins a comment. */
  private static void read(String line, Map<String, String> fields) {
    if (line.isEmpty()) {
      if (fields.containsKey("data")) {
        fields.put("", "");
      }
    } else if (!line.startsWith(":")) {
      int colon = line.indexOf(':');
      String value = colon < 0 ? "" : line.substring(colon + 1);
      String name = colon < 0 ? line : line.substring(0, colon);
      fields.put(name, value.startsWith(" ") ? value.substring(1) : value);
    }
  }

  private static SentEvent of(Map<String, String> fields) {
    return new SentEvent(
        fields.getOrDefault("id", ""),
        fields.getOrDefault("event", "message"),
        Client.json(fields.getOrDefault("data", "")));
  }

  /** The status of the order with this event. */
  String status() {
    return data.path("order").path("status").asText();
  }

  Instant at() {
    return Instant.parse(data.path("event").path("occurredAt").asText());
  }
}
