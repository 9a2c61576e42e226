package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
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
    JsonNode progress = data.path("progress");
    status = progress.path("status").asText();
    out.printf(
        "%7.2f s  %-24s %-44s %-16s %3d %%%n",
        Duration.between(first, at).toMillis() / 1000.0,
        type,
        detail(type, data.path("event").path("data")),
        status,
        progress.path("percent").asInt());
    out.flush();
  }

  boolean isDelivered() {
    return status.equals("DELIVERED");
  }

  private static String detail(String type, JsonNode data) {
    if (type.equals("shipment-told")) {
      JsonNode summary = data.path("summary");
      return summary.path("status").asText()
          + " "
          + summary.path("carrier").asText()
          + " "
          + summary.path("trackingCode").asText()
          + " "
          + summary.path("trackingStatus").asText();
    }
    String step = data.path("step").asText();
    String partner = data.path("partner").asText();
    return partner.isEmpty() ? step : step + " by " + partner;
  }
}
