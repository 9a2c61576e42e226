package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What runs once in the cluster, wherever that is: seen through the supervision trees of nodes. */
final class Duties {
  private static final Duration SETTLED_MAX = Duration.ofSeconds(60);
  private static final int WORKERS = 8;
  private static final List<String> ONCE =
      Stream.concat(
              Stream.of("read-side/view-1", "read-side/once", "read-side/sweep"),
              IntStream.range(0, WORKERS)
                  .boxed()
                  .flatMap(i -> Stream.of("waker/waker-" + i, "webhooks/worker-" + i)))
          .sorted()
          .toList();

  private Duties() {}

  /** Waits until these nodes have each duty once between them, and all of them have some. */
  static void awaitShared(Nodes nodes, List<Integer> living) {
    await("every duty is done once")
        .atMost(SETTLED_MAX)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              List<List<String>> each =
                  living.stream().map(node -> running(nodes.url(node))).toList();
              assertThat(each).noneMatch(List::isEmpty);
              assertThat(each.stream().flatMap(List::stream).sorted()).isEqualTo(ONCE);
            });
  }

  private static List<String> running(String url) {
    List<String> running = new ArrayList<>();
    try (Client client = new Client(url)) {
      JsonNode tree = client.get("/v1/system/supervision?limit=100").body();
      tree.path("children")
          .forEach(
              supervisor ->
                  supervisor
                      .path("children")
                      .forEach(child -> note(running, supervisor.path("name").asText(), child)));
    }
    return running;
  }

  private static void note(List<String> running, String supervisor, JsonNode child) {
    String name = supervisor + "/" + child.path("name").asText();
    if (ONCE.contains(name) && child.path("state").asText().equals("running")) {
      running.add(name);
    }
  }
}
