package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.junit.jupiter.api.Test;

/** Operators see how the read side is, and have it mended. */
class ReadSideTest {
  private final Bench bench = new Bench();

  @Test
  void showsHowFarItIs() {
    JsonNode json = bench.get("/v1/system/read-side").json();
    assertThat(json.get("asOf").asText()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(json.at("/generations/0/state").asText()).isEqualTo("LIVE");
    assertThat(json.at("/generations/0/percent").asInt()).isEqualTo(99);
    assertThat(json.at("/sweep/mended").asInt()).isEqualTo(1);
    assertThat(json.get("eventsPerSecond").asInt()).isEqualTo(12);
  }

  @Test
  void beginsToRebuildAndToSweep() {
    Reply rebuild = post("/v1/system/read-side/rebuild");
    assertThat(rebuild.status()).isEqualTo(202);
    assertThat(rebuild.json().get("state").asText()).isEqualTo("BUILDING");
    assertThat(post("/v1/system/read-side/sweep").status()).isEqualTo(202);
    assertThat(bench.readSide.asked).containsExactly("rebuild", "sweep", "report");
  }

  @Test
  void rebuildsOneProjectionAlone() {
    JsonNode begun = post("/v1/system/read-side/rebuild?only=shipments").json();
    assertThat(begun.get("only").asText()).isEqualTo("shipments");
    Reply wrong = post("/v1/system/read-side/rebuild?only=everything");
    assertThat(wrong.problem()).isEqualTo("400 invalid-parameter");
    assertThat(wrong.json().get("detail").asText()).contains("orders, shipments, partners, wake");
    assertThat(bench.readSide.asked).containsExactly("rebuild shipments");
  }

  @Test
  void showsDeadLettersAndTriesThemAgain() {
    JsonNode letters = bench.get("/v1/system/dead-letters?limit=7").json();
    assertThat(letters.at("/items/0/reason").asText()).isEqualTo("too long");
    assertThat(bench.get("/v1/system/dead-letters?limit=1001").problem())
        .isEqualTo("400 invalid-parameter");
    JsonNode replayed = post("/v1/system/dead-letters/replay").json();
    assertThat(replayed.get("replayed").asInt()).isEqualTo(2);
    assertThat(bench.readSide.asked).containsExactly("letters 7", "replay");
  }

  @Test
  void saysSoWhenTheDatabaseIsAway() {
    bench.readSide.away = true;
    assertThat(bench.get("/v1/system/read-side").problem()).isEqualTo("503 unavailable");
    assertThat(post("/v1/system/read-side/rebuild").problem()).isEqualTo("503 unavailable");
  }

  private Reply post(String path) {
    return bench.send(HttpRequest.POST(path));
  }
}
