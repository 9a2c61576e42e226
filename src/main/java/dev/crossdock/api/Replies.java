package dev.crossdock.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemJson;
import dev.crossdock.api.stream.LiveSource;
import dev.crossdock.api.write.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.Connection;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.javadsl.Source;
import org.jspecify.annotations.Nullable;

/** Answers of every form. */
public final class Replies {
  private static final ContentType PROBLEM =
      MediaTypes.applicationWithFixedCharset("problem+json", HttpCharsets.UTF_8).toContentType();
  private static final ContentType YAML =
      MediaTypes.applicationWithFixedCharset("yaml", HttpCharsets.UTF_8).toContentType();
  private static final ContentType HTML = MediaTypes.TEXT_HTML.toContentType(HttpCharsets.UTF_8);

  /** As Prometheus wants it said. */
  private static final ContentType METRICS =
      MediaTypes.customWithOpenCharset("text", "plain", Map.of("version", "0.0.4"), false)
          .toContentType(HttpCharsets.UTF_8);

  private Replies() {}

  static HttpResponse json(int status, JsonNode body) {
    return HttpResponse.create()
        .withStatus(status)
        .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, Json.bytes(body)));
  }

  /** Of server-sent events; whoever stands between must not keep them. */
  static HttpResponse stream(LiveSource<?> events) {
    return HttpResponse.create()
        .withEntity(
            HttpEntities.createChunked(
                MediaTypes.TEXT_EVENT_STREAM.toContentType(), Source.fromGraph(events)))
        .addHeader(header("Cache-Control", "no-cache"))
        .addHeader(header("X-Accel-Buffering", "no"))
        .addHeader(header("Connection", "close"));
  }

  static HttpResponse html(String page) {
    return text(HTML, page).addHeader(header("Content-Security-Policy", "default-src 'none'"));
  }

  static HttpResponse yaml(String document) {
    return text(YAML, document);
  }

  static HttpResponse metrics(String text) {
    return text(METRICS, text);
  }

  /** Of something that has versions. It may be kept, but is to be asked for again. */
  static HttpResponse tagged(HttpResponse response, long version) {
    return response
        .addHeader(header("ETag", Tags.of(version)))
        .addHeader(header("Cache-Control", "private, no-cache"));
  }

  static CompletionStage<HttpResponse> now(HttpResponse response) {
    return CompletableFuture.completedFuture(response);
  }

  /**
   * A problem.
   *
   * @param instance the path that was asked for, if it is known
   */
  public static HttpResponse problem(Problem problem, @Nullable String instance, String requestId) {
    byte[] body = Json.bytes(ProblemJson.of(problem, instance, requestId));
    List<HttpHeader> headers = new ArrayList<>();
    problem.headers().forEach((name, value) -> headers.add(header(name, value)));
    return HttpResponse.create()
        .withStatus(problem.type().status())
        .addHeaders(headers)
        .withEntity(HttpEntities.create(PROBLEM, body));
  }

  static HttpHeader header(String name, String value) {
    return name.equals("Connection") ? Connection.create(value) : RawHeader.create(name, value);
  }

  /** With what every answer carries. */
  public static HttpResponse finished(HttpResponse response, String requestId) {
    HttpResponse marked =
        response
            .addHeader(header("X-Request-Id", requestId))
            .addHeader(header("X-Content-Type-Options", "nosniff"));
    return marked.getHeader("Cache-Control").isPresent()
        ? marked
        : marked.addHeader(header("Cache-Control", "no-store"));
  }

  private static HttpResponse text(ContentType type, String text) {
    return HttpResponse.create()
        .withEntity(HttpEntities.create(type, text.getBytes(StandardCharsets.UTF_8)));
  }
}
