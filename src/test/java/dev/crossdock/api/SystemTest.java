package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.problem.ProblemType;
import java.util.Map;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.server.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Operators see how the node is, and readers what the API is. */
class SystemTest {
  private final Bench bench = new Bench();

  @Test
  void theTreeIsShown() {
    Reply reply = bench.get("/v1/system/supervision?limit=7");
    assertThat(reply.json().at("/children/0/lastFailure").asText()).isEqualTo("boom");
    assertThat(bench.get("/v1/system/supervision?limit=0").problem())
        .isEqualTo("400 invalid-parameter");
  }

  @Test
  void aNodeIsReadyWhenAllThatMustBeUpIs() {
    assertThat(bench.get("/health/ready").status()).isEqualTo(200);
    bench.checks = Map.of("journal", false, "shards", true);
    Reply reply = bench.get("/health/ready");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.json().at("/checks/journal").asText()).isEqualTo("down");
    assertThat(bench.get("/health/live").json().get("status").asText()).isEqualTo("up");
  }

  @Test
  void metricsAreServedAsPrometheusReadsThem() {
    Reply reply = bench.get("/metrics");
    assertThat(reply.text()).isEqualTo("up 1\n");
    assertThat(reply.response().entity().getContentType())
        .hasToString("text/plain; version=0.0.4; charset=UTF-8");
  }

  @Test
  void thePartnersAreShownAsTheNodeSeesThem() {
    JsonNode json = bench.get("/v1/partners").json();
    assertThat(json.get("node").asText()).isEqualTo("crossdock@127.0.0.1:1");
    assertThat(json.get("items")).hasSize(8);
    JsonNode payment = json.at("/items/6");
    assertThat(payment.get("name").asText()).isEqualTo("payment");
    assertThat(payment.at("/breaker/state").asText()).isEqualTo("OPEN");
    assertThat(payment.at("/operations/0/answered/p90Millis").asDouble()).isBetween(99.0, 101.0);
    assertThat(payment.at("/lastDay/0/succeeded").asInt()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "/health/live, 404, 200",
    "/metrics, 404, 200",
    "/v1/system/supervision, 404, 200",
    "/v1/system/read-side, 404, 200",
    "/v1/system/dead-letters, 404, 200",
    "/v1/orders, 200, 404",
    "/v1/partners, 200, 404",
    "/openapi.yaml, 200, 200",
    "/problems/not-found, 200, 200"
  })
  void operatorsMayHaveAPlaceOfTheirOwn(String path, int elsewhere, int there) throws Exception {
    assertThat(status(bench.api.publicRoutes(), path)).isEqualTo(elsewhere);
    assertThat(status(bench.api.operatorRoutes(), path)).isEqualTo(there);
    assertThat(status(bench.api.routes(), path)).isEqualTo(200);
  }

  private static int status(Route routes, String path) throws Exception {
    return routes
        .handler(Bench.SYSTEM)
        .apply(HttpRequest.GET(path))
        .toCompletableFuture()
        .join()
        .status()
        .intValue();
  }

  @Test
  void theDocumentIsServed() {
    assertThat(bench.get("/openapi.yaml").text()).startsWith("openapi: 3.1.0");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyProblemHasAPage(ProblemType type) {
    Reply page = bench.get(type.uri());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains(type.title(), type.explanation(), type.slug());
    assertThat(page.mediaType()).isEqualTo("text/html");
  }

  @Test
  void aProblemThatThereIsNotHasNone() {
    assertThat(bench.get("/problems/bad-mood").problem()).isEqualTo("404 not-found");
  }
}
