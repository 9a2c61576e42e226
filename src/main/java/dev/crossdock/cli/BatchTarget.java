package dev.crossdock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A running Crossdock. The JDK's client reads no answer before it has sent the whole request; so
 * lines go in requests that are small enough to be taken in whole before any answer must be read.
 */
final class BatchTarget implements ImportTarget {
  private static final int OK = 200;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http;
  private final URI uri;
  private final Retries retries;

  /**
   * Sends to there.
   *
   * @param url of Crossdock
   */
  BatchTarget(String url, Retries retries) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    this.uri = URI.create(url.replaceFirst("/+$", "") + "/v1/orders:batch");
    this.retries = retries;
  }

  @Override
  public CompletionStage<List<ImportAnswer>> send(List<ImportLine> lines) {
    return send(lines, 1)
        .thenApply(
            answers ->
                lines.stream()
                    .map(
                        it ->
                            new ImportAnswer(it, Objects.requireNonNull(answers.get(it.number()))))
                    .toList());
  }

  /** Answers by the number of their line. */
  private CompletionStage<Map<Long, JsonNode>> send(List<ImportLine> lines, int attempt) {
    String body = lines.stream().map(it -> it.json() + "\n").collect(Collectors.joining());
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-ndjson")
            .timeout(ANSWER_MAX)
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString())
        .handle((response, failure) -> read(lines, response, failure))
        .thenCompose(round -> goOn(lines, round, attempt));
  }

  /** What one attempt has come to: what is settled, and why the rest is not. */
  private record Round(
      Map<Long, JsonNode> settled, String trouble, boolean isPassing, long retryAfterSeconds) {
    static Round nothing(String trouble, boolean isPassing, long retryAfterSeconds) {
      return new Round(new HashMap<>(), trouble, isPassing, retryAfterSeconds);
    }
  }

  private CompletionStage<Map<Long, JsonNode>> goOn(
      List<ImportLine> lines, Round round, int attempt) {
    List<ImportLine> rest =
        lines.stream().filter(it -> !round.settled().containsKey(it.number())).toList();
    if (rest.isEmpty()) {
      return CompletableFuture.completedFuture(round.settled());
    }
    if (!round.isPassing() || attempt >= retries.attemptsMax()) {
      return CompletableFuture.failedFuture(
          new IOException("gave up at line " + rest.getFirst().number() + ": " + round.trouble()));
    }
    return retries
        .pause(attempt, round.retryAfterSeconds())
        .thenCompose(over -> send(rest, round.settled().isEmpty() ? attempt + 1 : 1))
        .thenApply(
            later -> {
              later.putAll(round.settled());
              return later;
            });
  }

  private Round read(
      List<ImportLine> lines, HttpResponse<String> response, @Nullable Throwable failure) {
    if (failure != null) {
      return Round.nothing(uri + ": " + failure, true, 0);
    }
    if (response.statusCode() == OK) {
      return settled(lines, response.body());
    }
    String trouble = uri + " answers " + response.statusCode() + " " + response.body();
    boolean isPassing = ImportAnswer.isPassing(response.statusCode());
    long retryAfterSeconds = response.headers().firstValueAsLong("Retry-After").orElse(0);
    return Round.nothing(trouble, isPassing, retryAfterSeconds);
  }

  private Round settled(List<ImportLine> lines, String body) {
    Map<Long, JsonNode> settled = new HashMap<>();
    String trouble = "not every line was answered";
    long retryAfterSeconds = 0;
    for (JsonNode answer : answers(body)) {
      int index = answer.path("line").asInt() - 1;
      if (index >= 0 && index < lines.size()) {
        ImportLine line = lines.get(index);
        if (ImportAnswer.isPassing(answer.path("status").asInt())) {
          trouble = answer.path("problem").toString();
          retryAfterSeconds = Math.max(retryAfterSeconds, answer.path("retryAfter").asLong());
        } else {
          settled.put(line.number(), answer);
        }
      }
    }
    return new Round(settled, trouble, true, retryAfterSeconds);
  }

  /** Those that came whole. */
  private List<JsonNode> answers(String body) {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : body.lines().toList()) {
      try {
        answers.add(json.readTree(line));
      } catch (JsonProcessingException cut) {
        break;
      }
    }
    return answers;
  }
}
