package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.estimate.BreakerStatus;
import dev.crossdock.estimate.Mix;
import dev.crossdock.estimate.Operation;
import dev.crossdock.estimate.OperationStatus;
import dev.crossdock.estimate.PartnerStatus;
import dev.crossdock.estimate.PartnersView;
import dev.crossdock.estimate.Past;
import dev.crossdock.estimate.Quantiles;
import dev.crossdock.flow.Step;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Writes how the partners are. */
public final class PartnerJson {
  private static final double MILLI = 1e6;

  private PartnerJson() {}

  /** All partners, by name. */
  public static ObjectNode all(PartnersView view, Instant now) {
    ObjectNode json = Json.object().put("node", view.node()).put("asOf", now.toString());
    ArrayNode items = json.putArray("items");
    var picture = view.picture();
    for (PartnerStatus partner : picture.partners().all()) {
      ObjectNode one = items.addObject();
      write(one, partner);
      lastDay(one.putArray("lastDay"), picture.past().of(partner.name()));
    }
    return json;
  }

  private static void write(ObjectNode json, PartnerStatus partner) {
    json.put("name", partner.name()).put("kind", partner.kind().label());
    breaker(json.putObject("breaker"), partner.breaker());
    ObjectNode limits = json.putObject("limits");
    if (partner.ratePerSecond() != null) {
      limits.put("ratePerSecond", partner.ratePerSecond());
    }
    limits.put("concurrencyMax", partner.concurrencyMax()).put("queueMax", partner.queueMax());
    json.put("inFlight", partner.inFlight()).put("queued", partner.queue().length());
    mix(json.putObject("outcomes"), partner.mix());
    ArrayNode operations = json.putArray("operations");
    partner.operations().forEach((name, status) -> operation(operations.addObject(), name, status));
  }

  private static void breaker(ObjectNode json, BreakerStatus breaker) {
    json.put("state", breaker.state().name()).put("since", breaker.since().toString());
    Json.put(json, "outSince", breaker.outSince());
    Json.put(json, "halfOpenAt", breaker.halfOpenAt());
  }

  private static void operation(ObjectNode json, Operation name, OperationStatus status) {
    json.put("operation", name.label());
    latency(json.putObject("answered"), status.answered());
    latency(json.putObject("unanswered"), status.unanswered());
    mix(json.putObject("outcomes"), status.mix());
  }

  private static void latency(ObjectNode json, Quantiles took) {
    json.put("samples", took.samples());
    if (took.samples() > 0) {
      json.put("p50Millis", millis(took, 0.5));
      json.put("p90Millis", millis(took, 0.9));
      json.put("p99Millis", millis(took, 0.99));
    }
  }

  private static double millis(Quantiles took, double share) {
    return Math.round(took.at(share).toNanos() / MILLI * 10) / 10.0;
  }

  private static void mix(ObjectNode json, Mix mix) {
    json.put("succeeded", mix.succeeded())
        .put("refused", mix.refused())
        .put("heldBack", mix.heldBack())
        .put("notActedOn", mix.notActedOn())
        .put("maybeActedOn", mix.maybeActedOn());
  }

  private static void lastDay(ArrayNode json, Map<Step, Past.Done> steps) {
    new TreeMap<>(steps)
        .forEach(
            (step, done) -> {
              ObjectNode one = json.addObject().put("step", step.label());
              Past.Counts counts = done.lastDay();
              one.put("succeeded", counts.succeeded())
                  .put("refused", counts.refused())
                  .put("unanswered", counts.unanswered())
                  .put("inDoubt", counts.inDoubt())
                  .put("parked", counts.parked());
              latency(one.putObject("took"), done.recent());
            });
  }
}
