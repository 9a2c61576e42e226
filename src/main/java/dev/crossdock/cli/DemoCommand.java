package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Places an order at a running Crossdock and shows how it gets on. */
@Command(
    name = "demo",
    description = "Places an order and shows its progress, step by step, until it is delivered.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int CREATED = 201;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where Crossdock takes orders; ${DEFAULT-VALUE} by default.")
  private String url = "";

  @Option(
      names = "--follow",
      paramLabel = "URL",
      description = "Another node of the cluster, to follow the order at; by default the same.")
  private @Nullable String followUrl;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = Waiting.out(spec);
    HttpResponse<String> placed = place();
    JsonNode order = json.readTree(placed.body());
    if (placed.statusCode() != CREATED) {
      out.println("Not taken: " + order.toPrettyString());
      return 1;
    }
    String id = order.path("id").asText();
    out.println("Placed " + id + ", " + order.path("total").path("amount").asText() + " EUR");
    return follow(id, new ProgressLines(out));
  }

  private HttpResponse<String> place() throws IOException, InterruptedException {
    String key = UUID.randomUUID().toString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v1/orders"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    SampleOrder.body("DEMO-" + key.substring(0, 8))))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private int follow(String id, ProgressLines lines) throws IOException, InterruptedException {
    String at = followUrl == null ? url : followUrl;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at + "/v1/orders/" + id + "/events"))
            .header("Accept", "text/event-stream")
            .build();
    String event = "";
    try (Stream<String> stream = http.send(request, BodyHandlers.ofLines()).body()) {
      for (String line : (Iterable<String>) stream::iterator) {
        if (line.startsWith("event:")) {
          event = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
          lines.show(event, json.readTree(line.substring("data:".length())));
        }
      }
    }
    return lines.isDelivered() ? 0 : 1;
  }
}
