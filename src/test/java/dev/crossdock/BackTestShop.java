package dev.crossdock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossdock.estimate.Eta;
import dev.crossdock.estimate.Forecasts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Places orders, follows each to its end, and notes what it is told of when they will be there. */
final class BackTestShop {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> UNCONFIRMED = Set.of("RECEIVED", "SCHEDULED", "VALIDATING");

  private final String url;
  private final Forecasts forecasts;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<CompletableFuture<Boolean>> ends = new ArrayList<>();

  BackTestShop(String url, Forecasts forecasts) {
    this.url = url;
    this.forecasts = forecasts;
  }

  void place(int number) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v1/orders"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(order(number)))
            .build();
    ends.add(
        http.sendAsync(request, BodyHandlers.ofString())
            .thenApply(answer -> read(answer.body()).path("id").asText())
            .thenCompose(this::follow));
  }

  private static String order(int number) {
    return """
    {
      "reference": "PO-%s",
      "customer": {"id": "cus_123", "name": "Ada Nyman", "email": "ada@example.com"},
      "lines": [{"lineId": "1", "sku": "SKU-1", "quantity": 2,
                 "unitPrice": {"amount": "19.90", "currency": "EUR"}}],
      "shipTo": {"name": "Ada Nyman", "street1": "Mannerheimintie 1", "city": "Helsinki",
                 "postalCode": "00100", "countryCode": "FI"},
      "payment": {"method": "tok_visa"}
    }
    """
        .formatted(number);
  }

  private CompletableFuture<Boolean> follow(String id) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v1/orders/" + id + "/events"))
            .header("Accept", "text/event-stream")
            .build();
    return http.sendAsync(request, BodyHandlers.ofLines())
        .thenApplyAsync(stream -> told(id, stream), task -> Thread.ofVirtual().start(task));
  }

  /**
   * Whether it was delivered at the end of what was told of it. That there is a new estimate while
   * nothing has happened is passed over.
   */
  private boolean told(String id, HttpResponse<java.util.stream.Stream<String>> stream) {
    List<String> last = new ArrayList<>();
    stream
        .body()
        .filter(line -> line.startsWith("data:"))
        .map(line -> read(line.substring("data:".length())))
        .filter(told -> told.has("event"))
        .forEach(told -> last.add(note(id, told)));
    return !last.isEmpty() && last.getLast().equals("DELIVERED");
  }

  private String note(String id, JsonNode told) {
    String status = told.at("/order/status").asText();
    Instant at = Instant.parse(told.at("/event/occurredAt").asText());
    if (!UNCONFIRMED.contains(status)) {
      forecasts.confirmed(id, at);
    }
    if (status.equals("DELIVERED")) {
      forecasts.delivered(id, at);
    }
    JsonNode eta = told.at("/order/progress/eta");
    if (!eta.isMissingNode()) {
      Eta said = new Eta.Expected(span(eta.get("confirmation")), span(eta.get("delivery")));
      forecasts.said(id, at, said);
    }
    return status;
  }

  private static Eta.@Nullable Span span(@Nullable JsonNode json) {
    return json == null
        ? null
        : new Eta.Span(
            Instant.parse(json.get("p50").asText()),
            Instant.parse(json.get("p90").asText()),
            Eta.Basis.valueOf(json.get("basis").asText().toUpperCase(Locale.ROOT)),
            json.get("samples").asLong());
  }

  /** Waits until every stream has ended; how many were delivered. */
  int awaitAll() {
    CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
        .orTimeout(300, TimeUnit.SECONDS)
        .join();
    return (int) ends.stream().filter(CompletableFuture::join).count();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new CompletionException(e);
    }
  }
}
