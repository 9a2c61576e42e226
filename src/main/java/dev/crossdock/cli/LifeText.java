package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells the life of an order to a person. */
final class LifeText {
  private static final double SECOND = 1000.0;

  private final JsonNode life;
  private final LifePoints points;
  private final PrintWriter out;

  /**
   * @param life as the API tells it
   */
  LifeText(JsonNode life, PrintWriter out) {
    this.life = life;
    this.points = new LifePoints(life);
    this.out = out;
  }

  /** Event by event, and who was waited for in all. */
  void all() {
    Instant begin = null;
    for (JsonNode item : life.path("items")) {
      Instant at = Instant.parse(item.path("occurredAt").asText());
      begin = begin == null ? at : begin;
      out.printf(
          "%s  +%.3f s  %s v%d  %s  by %s%s%n",
          at,
          Duration.between(begin, at).toMillis() / SECOND,
          item.path("of").asText(),
          item.path("version").asLong(),
          item.path("type").asText(),
          item.path("by").asText(),
          waited(item.path("waited")));
      for (JsonNode change : item.path("changes")) {
        change(change.path("what").asText(), text(change, "before"), text(change, "after"));
      }
    }
    sums();
  }

  /**
   * How everything was.
   *
   * @throws IllegalArgumentException when that is no point in this life
   */
  void state(String at) {
    points.state(points.count(at)).forEach((name, value) -> out.println(name + ": " + value));
  }

  /**
   * What is different.
   *
   * @throws IllegalArgumentException when one is no point in this life
   */
  void difference(String from, String to) {
    Map<String, String> before = points.state(points.count(from));
    Map<String, String> after = points.state(points.count(to));
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String was = before.getOrDefault(name, "");
      String is = after.getOrDefault(name, "");
      if (!Objects.equals(was, is)) {
        change(name, was, is);
      }
    }
  }

  private void change(String what, String before, String after) {
    if (before.isEmpty()) {
      out.printf("    + %s: %s%n", what, after);
    } else if (after.isEmpty()) {
      out.printf("    - %s: %s%n", what, before);
    } else {
      out.printf("    ~ %s: %s -> %s%n", what, before, after);
    }
  }

  private static String text(JsonNode change, String name) {
    return change.path(name).asText("");
  }

  private static String waited(JsonNode waited) {
    if (waited.isMissingNode()) {
      return "";
    }
    return ", waited for %s (%s) %.3f s"
        .formatted(
            waited.path("for").asText(),
            waited.path("step").asText(),
            waited.path("millis").asLong() / SECOND);
  }

  private void sums() {
    Map<String, Long> millis = new TreeMap<>();
    for (JsonNode item : life.path("items")) {
      JsonNode waited = item.path("waited");
      if (!waited.isMissingNode()) {
        String whom = waited.path("for").asText() + " (" + waited.path("step").asText() + ")";
        millis.merge(whom, waited.path("millis").asLong(), Long::sum);
      }
    }
    out.println("Waited for, in all:");
    millis.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(e -> out.printf("  %10.3f s  %s%n", e.getValue() / SECOND, e.getKey()));
  }
}
