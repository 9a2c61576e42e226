package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.util.ByteString;

/**
 * A request that has been received whole.
 *
 * @param segments of its path, decoded
 */
record Incoming(HttpRequest request, List<String> segments, ByteString bytes) {

  static Incoming of(HttpRequest request, ByteString bytes) {
    List<String> segments = new ArrayList<>();
    request.getUri().pathSegments().forEach(segments::add);
    return new Incoming(request, List.copyOf(segments), bytes);
  }

  String method() {
    return request.method().value();
  }

  Optional<String> query(String name) {
    return request.getUri().query().get(name);
  }

  Optional<String> idempotencyKey() {
    return request
        .getHeader("Idempotency-Key")
        .map(HttpHeader::value)
        .filter(key -> !key.isBlank());
  }

  boolean isJson() {
    return request.entity().getContentType().mediaType().isApplication()
        && request.entity().getContentType().mediaType().subType().endsWith("json");
  }

  /** The body as JSON; an empty object where there is none. */
  JsonNode json() {
    if (bytes.isEmpty()) {
      return Json.object();
    }
    if (!isJson()) {
      throw Refusal.of(415, "media-type", "The body must be application/json", "it is not");
    }
    return parse();
  }

  private JsonNode parse() {
    try {
      return Json.MAPPER.readTree(bytes.toArray());
    } catch (IOException e) {
      throw Refusal.invalid("the body is not JSON: " + e.getClass().getSimpleName());
    }
  }
}
