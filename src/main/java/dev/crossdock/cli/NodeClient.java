package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks to a running node for an operator. */
final class NodeClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WRONG = 300;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  NodeClient(String url) {
    this.url = url;
  }

  /** Asks nodes whether they are ready. */
  static final class Readiness {
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newHttpClient();

    /** Whether that node says so; one that does not answer is not. */
    boolean of(String url) throws InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + "/health/ready")).timeout(SHORT_PATIENCE).build();
      try {
        return http.send(request, BodyHandlers.discarding()).statusCode() < WRONG;
      } catch (IOException e) {
        return false;
      }
    }
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  JsonNode post(String path) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  JsonNode delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    JsonNode body = json.readTree(response.body());
    if (response.statusCode() >= WRONG) {
      throw new IOException(
          response.statusCode()
              + " "
              + body.path("title").asText()
              + ": "
              + body.path("detail").asText());
    }
    return body;
  }
}
