package dev.crossdock.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/**
 * One thing that the API does.
 *
 * @param template a path with {@code {variables}}
 * @param parameters of the query; all others are refused
 * @param produces media types of its answers, problems apart; the first is the usual one
 */
record Endpoint(
    HttpMethod method,
    String template,
    Set<String> parameters,
    List<String> produces,
    Handler handler) {
  static final String JSON = "application/json";
  static final String STREAM = "text/event-stream";

  /** Answers a request. A stage that fails is answered with the problem it fails with. */
  @FunctionalInterface
  interface Handler {
    CompletionStage<HttpResponse> handle(Exchange exchange);
  }

  static Endpoint get(String template, Handler handler) {
    return new Endpoint(HttpMethods.GET, template, Set.of(), List.of(JSON), handler);
  }

  static Endpoint post(String template, Handler handler) {
    return new Endpoint(HttpMethods.POST, template, Set.of(), List.of(JSON), handler);
  }

  static Endpoint delete(String template, Handler handler) {
    return new Endpoint(HttpMethods.DELETE, template, Set.of(), List.of(JSON), handler);
  }

  Endpoint with(String... names) {
    return new Endpoint(method, template, Set.of(names), produces, handler);
  }

  Endpoint producing(String... types) {
    return new Endpoint(method, template, parameters, List.of(types), handler);
  }

  /** Whether a request to it has a body that it reads. */
  boolean readsBody() {
    return method.equals(HttpMethods.POST);
  }

  /** What the template's variables stand for; empty when the path is another. */
  Optional<Map<String, String>> match(List<String> segments) {
    List<String> parts = segments(template);
    if (parts.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      String segment = segments.get(i);
      if (part.startsWith("{") && !segment.isEmpty()) {
        variables.put(part.substring(1, part.length() - 1), segment);
      } else if (!part.equals(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /** The parts of a path that begins with a slash. */
  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
    segments.removeFirst();
    return segments;
  }
}
