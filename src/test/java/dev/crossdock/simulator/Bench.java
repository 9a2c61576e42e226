package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A simulator to test, called over HTTP; every answer is held against the partner API. */
final class Bench implements AutoCloseable {

  static final Pace QUICK = Pace.ofMillis(20, 20, 20);
  static final Pace NEVER = Pace.ofMillis(86_400_000, 86_400_000, 86_400_000);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Simulator simulator;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What came back. */
  record Answer(int status, String contentType, JsonNode body) {
    String text(String name) {
      return body.path(name).asText();
    }
  }

  private Bench(Simulator simulator) {
    this.simulator = simulator;
  }

  static SimulatorSettings settings(Pace pace) {
    return SimulatorSettings.defaults().withSpeed(new Latency(0, 0), pace);
  }

  static Bench start(SimulatorSettings settings) {
    return new Bench(
        Simulator.startAlone(settings, Clock.systemUTC())
            .toCompletableFuture()
            .orTimeout(20, TimeUnit.SECONDS)
            .join());
  }

  Simulator simulator() {
    return simulator;
  }

  Answer get(String partner, String path) throws IOException, InterruptedException {
    return judged("GET", path, request(partner, path).GET());
  }

  /** Looks up by reference: the items. */
  JsonNode find(String partner, String path, String key) throws IOException, InterruptedException {
    return judged("GET", path, request(partner, path + "?reference=" + key).GET())
        .body()
        .path("items");
  }

  Answer ask(String partner, String path, String body) throws IOException, InterruptedException {
    return judged("POST", path, request(partner, path).POST(BodyPublishers.ofString(body)));
  }

  Answer change(String partner, String path, String key, String body)
      throws IOException, InterruptedException {
    return judged("POST", path, keyed(partner, path, key, body));
  }

  /** A call whose answer may be no answer of the partner API at all. */
  HttpResponse<String> raw(String partner, String path, String key, String body)
      throws IOException, InterruptedException {
    return client.send(keyed(partner, path, key, body).build(), BodyHandlers.ofString());
  }

  /** The same by a caller that waits for 100 ms only. */
  HttpResponse<String> impatient(String partner, String path, String key, String body)
      throws IOException, InterruptedException {
    return send(keyed(partner, path, key, body).timeout(Duration.ofMillis(100)));
  }

  /** The same without waiting: the text that will have come back. */
  CompletableFuture<String> later(String partner, String path, String key, String body) {
    return client
        .sendAsync(keyed(partner, path, key, body).build(), BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  HttpResponse<String> control(String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        request("_control", path).method(method, BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  JsonNode ledger(String query) throws IOException, InterruptedException {
    return JSON.readTree(control("GET", "/ledger" + query, "").body());
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String partner, String path) {
    return HttpRequest.newBuilder(URI.create(simulator.baseUrl(partner) + path))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json");
  }

  private HttpRequest.Builder keyed(String partner, String path, String key, String body) {
    return request(partner, path)
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body));
  }

  private Answer judged(String method, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    JsonNode body = JSON.readTree(response.body());
    PartnerApi.assertAnswers(method, path, response.statusCode(), type, body);
    return new Answer(response.statusCode(), type, body);
  }

  @Override
  public void close() {
    client.close();
    simulator.stop().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
