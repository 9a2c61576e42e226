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

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  JsonNode post(String path) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
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
