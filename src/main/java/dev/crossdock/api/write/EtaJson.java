package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.estimate.Eta;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes when an order will be there, or why nobody can say. */
final class EtaJson {
  private EtaJson() {}

  /** Puts it into how far an order is; nothing when there is nothing to wait for. */
  static void put(ObjectNode progress, Eta eta) {
    switch (eta) {
      case Eta.Expected expected -> {
        ObjectNode json = progress.putObject("eta");
        put(json, "confirmation", expected.confirmation());
        put(json, "delivery", expected.delivery());
      }
      case Eta.Unknown unknown -> progress.put("etaUnknownBecause", unknown.because());
      case Eta.Over over -> {}
    }
  }

  private static void put(ObjectNode in, String name, Eta.@Nullable Span span) {
    if (span == null) {
      return;
    }
    in.putObject(name)
        .put("p50", moment(span.p50()))
        .put("p90", moment(span.p90()))
        .put("basis", span.basis().name().toLowerCase(Locale.ROOT))
        .put("samples", span.samples());
  }

  /** To the millisecond, and never earlier than meant: else what is due now would be over. */
  private static String moment(Instant at) {
    Instant whole = at.truncatedTo(ChronoUnit.MILLIS);
    return (whole.equals(at) ? whole : whole.plusMillis(1)).toString();
  }
}
