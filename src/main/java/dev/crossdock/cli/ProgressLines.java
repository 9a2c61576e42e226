package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the events of an order as lines for a person. */
final class ProgressLines {
  private final PrintWriter out;
  private @Nullable Instant began;
  private String status = "";

  ProgressLines(PrintWriter out) {
    this.out = out;
  }

  /** One more event: what is in the stream's data. */
  void show(String type, JsonNode data) {
    Instant at = Instant.parse(data.path("event").path("occurredAt").asText());
    Instant first = began == null ? at : began;
    began = first;
    JsonNode order = data.path("order");
    status = order.path("status").asText();
    out.printf(
        "%7.2f s  %-20s %-62s %-16s %3d %%%n",
        Duration.between(first, at).toMillis() / 1000.0,
        type,
        detail(type, data.path("event").path("data")),
        status,
        order.path("progress").path("percent").asInt());
    out.flush();
  }

  boolean isDelivered() {
    return status.equals("DELIVERED");
  }

  private static String detail(String type, JsonNode data) {
    if (type.equals("shipment-told")) {
      return shipment(data.path("summary"));
    }
    String step = data.path("step").asText();
    String partner = data.path("partner").asText();
    return partner.isEmpty() ? step : step + " by " + partner;
  }

  private static String shipment(JsonNode summary) {
    List<String> words = new ArrayList<>();
    words.add(summary.path("status").asText());
    for (String what : List.of("carrier", "trackingCode", "trackingStatus")) {
      words.add(summary.path(what).asText());
    }
    String captured = summary.path("captured").path("amount").asText();
    if (!captured.matches("[0.]*")) {
      words.add("captured " + captured);
    }
    return String.join(" ", words);
  }
}
