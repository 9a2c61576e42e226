package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemPage;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.write.OpsJson;
import dev.crossdock.ops.Health;
import dev.crossdock.ops.Metrics;
import dev.crossdock.ops.SupervisionTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Shows how the node is, and what the API is. */
final class SystemEndpoints {
  private static final int CHILDREN = 50;
  private static final int CHILDREN_MAX = 1000;

  private final SupervisionTree supervision;
  private final Health health;
  private final Metrics metrics;
  private final String document = document();

  SystemEndpoints(SupervisionTree supervision, Health health, Metrics metrics) {
    this.supervision = supervision;
    this.health = health;
    this.metrics = metrics;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/system/supervision", this::tree).with("limit"),
        Endpoint.get("/health/live", this::live),
        Endpoint.get("/health/ready", this::ready),
        Endpoint.get("/metrics", it -> Replies.now(Replies.metrics(metrics.text())))
            .producing("text/plain"),
        Endpoint.get("/openapi.yaml", it -> Replies.now(Replies.yaml(document)))
            .producing("application/yaml"),
        Endpoint.get("/problems/{slug}", this::problem).producing("text/html"));
  }

  private CompletionStage<HttpResponse> tree(Exchange exchange) {
    int limit = (int) exchange.whole("limit", CHILDREN, 1, CHILDREN_MAX);
    return Replies.now(
        Replies.json(StatusCodes.OK.intValue(), OpsJson.tree(supervision.tree(limit))));
  }

  private CompletionStage<HttpResponse> live(Exchange exchange) {
    return Replies.now(Replies.json(StatusCodes.OK.intValue(), OpsJson.health(Map.of())));
  }

  private CompletionStage<HttpResponse> ready(Exchange exchange) {
    return health
        .ready()
        .thenApply(
            checks -> {
              var status =
                  checks.containsValue(false) ? StatusCodes.SERVICE_UNAVAILABLE : StatusCodes.OK;
              return Replies.json(status.intValue(), OpsJson.health(checks));
            });
  }

  private CompletionStage<HttpResponse> problem(Exchange exchange) {
    ProblemType type =
        ProblemType.ofSlug(exchange.variable("slug"))
            .orElseThrow(() -> Refusals.problem(ProblemType.NOT_FOUND, "no such problem"));
    return Replies.now(Replies.html(ProblemPage.of(type)));
  }

  private static String document() {
    try (InputStream in = SystemEndpoints.class.getResourceAsStream("/openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
