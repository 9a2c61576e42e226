package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.estimate.Eta;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An order says when it will be there, or why nobody can say. */
class EtaTest {
  private static final Instant NOON = Bench.NOON;

  private final Bench bench = new Bench();

  @Test
  void anOrderSaysWhenItWillBeThere() {
    Eta.Span soon =
        new Eta.Span(NOON.plusSeconds(1), NOON.plusNanos(2_000_400_000), Eta.Basis.MEASURED, 412);
    Eta.Span day = new Eta.Span(NOON, NOON, Eta.Basis.PROMISED, 0);
    bench.eta = new Eta.Expected(soon, day);
    JsonNode eta = placed().at("/progress/eta");
    assertThat(eta.at("/confirmation/p50").asText()).isEqualTo("2026-11-23T12:00:01Z");
    assertThat(eta.at("/confirmation/p90").asText()).isEqualTo("2026-11-23T12:00:02.001Z");
    assertThat(eta.at("/confirmation/basis").asText()).isEqualTo("measured");
    assertThat(eta.at("/confirmation/samples").asLong()).isEqualTo(412);
    assertThat(eta.at("/delivery/basis").asText()).isEqualTo("promised");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    bench.eta = new Eta.Expected(null, new Eta.Span(NOON, NOON, Eta.Basis.CONFIGURED, 0));
    assertThat(placed().at("/progress/eta").has("confirmation")).isFalse();
    bench.eta = new Eta.Over();
    assertThat(placed().get("progress").has("eta")).isFalse();
  }

  @Test
  void anOrderSaysWhyNobodyKnows() {
    bench.eta = new Eta.Unknown("it is on hold: CREDIT_REVIEW");
    JsonNode progress = placed().get("progress");
    assertThat(progress.has("eta")).isFalse();
    assertThat(progress.get("etaUnknownBecause").asText())
        .isEqualTo("it is on hold: CREDIT_REVIEW");
  }

  private JsonNode placed() {
    return bench.post("/v1/orders", AnyBody.order()).json();
  }
}
