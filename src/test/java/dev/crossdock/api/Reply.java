package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** An answer with its body. */
record Reply(HttpResponse response, String text) {

  int status() {
    return response.status().intValue();
  }

  String header(String name) {
    return headerIfAny(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  Optional<String> headerIfAny(String name) {
    return response.getHeader(name).map(HttpHeader::value);
  }

  JsonNode json() {
    return AnyBody.read(text);
  }

  /** Each line of it. */
  List<JsonNode> lines() {
    return text.lines().map(AnyBody::read).toList();
  }

  String mediaType() {
    var type = response.entity().getContentType().mediaType();
    return type.mainType() + "/" + type.subType();
  }

  /** Status and slug of a problem, as in {@code 404 not-found}. */
  String problem() {
    assertThat(mediaType()).isEqualTo("application/problem+json");
    assertThat(json().get("status").asInt()).isEqualTo(status());
    return status() + " " + json().get("type").asText().substring("/problems/".length());
  }

  /** Its faults, each as {@code pointer code}. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (JsonNode error : json().path("errors")) {
      faults.add(error.get("pointer").asText() + " " + error.get("code").asText());
    }
    return faults;
  }

  void mustBeAsDocumented(List<Endpoint> endpoints, HttpRequest request) {
    assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header("X-Request-Id")).isNotEmpty();
    assertThat(header("Cache-Control")).isNotEmpty();
    List<String> segments = Router.segments(request.getUri());
    boolean head = request.method().equals(HttpMethods.HEAD);
    var method = head ? HttpMethods.GET : request.method();
    endpoints.stream()
        .filter(it -> it.match(segments).isPresent() && it.method().equals(method))
        .findFirst()
        .ifPresentOrElse(
            it -> mustBeAsDocumented(it),
            () -> assertThat(problem()).matches("40[45] (not-found|method-not-allowed)"));
  }

  private void mustBeAsDocumented(Endpoint endpoint) {
    JsonNode documented =
        Contract.response(endpoint.method().value(), endpoint.template(), status());
    boolean json = mediaType().endsWith("json") && !text.isEmpty();
    if (mediaType().endsWith("x-ndjson")) {
      lines().forEach(line -> Contract.holds(documented, mediaType(), line));
    } else if (json) {
      Contract.holds(documented, mediaType(), json());
      assertThat(json().path("requestId").asText(header("X-Request-Id")))
          .isEqualTo(header("X-Request-Id"));
    } else {
      assertThat(documented.path("content").path(mediaType()).isMissingNode())
          .as(mediaType() + " is documented, or nothing is said")
          .isEqualTo(text.isEmpty());
    }
    documented
        .path("headers")
        .properties()
        .forEach(
            header -> {
              JsonNode schema = Contract.resolved(header.getValue()).get("schema");
              headerIfAny(header.getKey())
                  .ifPresent(value -> assertThat(faults(schema, value)).isEmpty());
            });
  }

  private static List<String> faults(JsonNode schema, String value) {
    boolean number = schema.path("type").asText().equals("integer");
    return Contract.faults(
        schema,
        number ? AnyBody.read(value) : AnyBody.read("\"" + value.replace("\"", "\\\"") + "\""));
  }
}
