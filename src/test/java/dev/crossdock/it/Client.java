package dev.crossdock.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A shop's system: hands orders over, reads them and follows them. */
final class Client implements AutoCloseable {
  private static final Duration CALL_MAX = Duration.ofSeconds(20);
  private static final Duration STREAM_MAX = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CALL_MAX).build();

  Client(String url) {
    this.url = url;
  }

  /** What came back. */
  record Answer(int status, HttpHeaders headers, JsonNode body) {
    static Answer of(HttpResponse<String> response) {
      return new Answer(response.statusCode(), response.headers(), json(response.body()));
    }

    String text(String name) {
      return body.path(name).asText();
    }
  }

  Answer place(String key, String order) {
    return send(placing(key, order));
  }

  /** Places it without waiting; fails when no answer comes. */
  CompletableFuture<Answer> placeLater(String key, String order) {
    return http.sendAsync(placing(key, order), BodyHandlers.ofString()).thenApply(Answer::of);
  }

  Answer cancel(String orderId) {
    return send(
        request("/v1/orders/" + orderId + "/cancellation")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"changed my mind\"}"))
            .build());
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  Answer order(String orderId) {
    return get("/v1/orders/" + orderId);
  }

  /** Follows an order from the start, or from after an event, until the stream ends by itself. */
  List<SentEvent> follow(String orderId, String... lastEventId) {
    return events(stream(orderId, lastEventId), Long.MAX_VALUE);
  }

  /** Follows it for so many events, and cuts the stream then. */
  List<SentEvent> follow(String orderId, int eventsMax) {
    return events(stream(orderId), eventsMax);
  }

  /** Reading blocks, so it is left to a thread that can be given up. */
  private static List<SentEvent> events(Stream<String> lines, long eventsMax) {
    List<SentEvent> events = new CopyOnWriteArrayList<>();
    try (lines) {
      Thread reader =
          Thread.startVirtualThread(
              () -> SentEvent.read(lines).limit(eventsMax).forEach(events::add));
      if (!reader.join(STREAM_MAX)) {
        throw new IllegalStateException("the stream does not end: " + events);
      }
      return events;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The lines of an order's stream, as they come. */
  Stream<String> stream(String orderId, String... lastEventId) {
    HttpRequest.Builder request =
        request("/v1/orders/" + orderId + "/events").header("Accept", "text/event-stream");
    Stream.of(lastEventId).forEach(last -> request.header("Last-Event-ID", last));
    HttpResponse<Stream<String>> response = exchange(request.GET().build(), BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response + ": " + response.body().toList());
    }
    return response.body();
  }

  private HttpRequest placing(String key, String order) {
    return request("/v1/orders")
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(order))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(CALL_MAX);
  }

  private Answer send(HttpRequest request) {
    return Answer.of(exchange(request, BodyHandlers.ofString()));
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
