package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** Points in the life of an order, and how everything was there. */
final class LifePoints {
  private final String order;
  private final JsonNode items;

  /**
   * @param life as the API tells it
   */
  LifePoints(JsonNode life) {
    this.order = life.path("id").asText();
    this.items = life.path("items");
  }

  /**
   * How many of the events had happened then.
   *
   * @param point a version of the order, or a time
   * @throws IllegalArgumentException when it is neither, or the order was not there then
   */
  int count(String point) {
    return point.matches("[0-9]{1,18}") ? behind(Long.parseLong(point)) : until(time(point));
  }

  /** Everything that is known after so many events, by what it is of. */
  Map<String, String> state(int count) {
    Map<String, String> state = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      JsonNode item = items.get(i);
      String of = item.path("of").asText();
      for (JsonNode change : item.path("changes")) {
        String name = of + " " + change.path("what").asText();
        if (change.has("after")) {
          state.put(name, change.path("after").asText());
        } else {
          state.remove(name);
        }
      }
    }
    return state;
  }

  private int behind(long version) {
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      if (item.path("of").asText().equals(order) && item.path("version").asLong() == version) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("the order has no version " + version);
  }

  private int until(Instant time) {
    int count = 0;
    for (JsonNode item : items) {
      if (Instant.parse(item.path("occurredAt").asText()).isAfter(time)) {
        break;
      }
      count++;
    }
    if (count == 0) {
      throw new IllegalArgumentException("the order had not been placed by " + time);
    }
    return count;
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          text + " is neither a version nor a time like 2026-11-23T12:00:00Z", e);
    }
  }
}
