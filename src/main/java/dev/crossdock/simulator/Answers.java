package dev.crossdock.simulator;

import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Replies as HTTP has them. */
final class Answers {

  /** Stands for no answer at all: the connection it belongs to is cut. */
  static final HttpResponse CUT = HttpResponse.create().addHeader(RawHeader.create("x-cut", "1"));

  private static final ContentType.WithFixedCharset PROBLEM =
      MediaTypes.applicationWithFixedCharset("problem+json", HttpCharsets.UTF_8).toContentType();

  private Answers() {}

  static HttpResponse of(Reply reply) {
    ContentType.NonBinary type = reply.status() < 400 ? ContentTypes.APPLICATION_JSON : PROBLEM;
    return HttpResponse.create().withStatus(code(reply.status())).withEntity(type, reply.body());
  }

  private static StatusCode code(int status) {
    return StatusCodes.lookup(status)
        .orElseGet(() -> StatusCodes.custom(status, "Simulated", "A simulated fault"));
  }

  static HttpResponse garbage() {
    return HttpResponse.create()
        .withEntity(ContentTypes.APPLICATION_JSON, "<html>\u0000 upstream says hello {");
  }

  /** The answer of a fault that does nothing but answer a status. */
  static HttpResponse status(FaultRule rule) {
    int status = rule.statusOr(503);
    HttpResponse response =
        of(Reply.of(Refusal.of(status, "simulated-fault", "A simulated fault", "on purpose")));
    Integer seconds = rule.retryAfterSeconds();
    return seconds == null
        ? response
        : response.addHeader(RawHeader.create("Retry-After", seconds.toString()));
  }
}
