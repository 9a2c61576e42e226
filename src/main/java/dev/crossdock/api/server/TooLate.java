package dev.crossdock.api.server;

import dev.crossdock.api.RequestIds;
import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemJson;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.write.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.pekko.util.ByteString;

/** What a client is told whose request has not arrived: below HTTP, so written by hand. */
final class TooLate {
  private TooLate() {}

  static ByteString answer(Duration deadline) {
    String id = RequestIds.next();
    String detail = "the head did not arrive within " + deadline.toMillis() + " ms";
    Problem problem = Problem.of(ProblemType.REQUEST_TIMEOUT, detail);
    byte[] body = Json.bytes(ProblemJson.of(problem, null, id));
    String head =
        String.join(
            "\r\n",
            "HTTP/1.1 408 Request Timeout",
            "Connection: close",
            "Content-Type: application/problem+json",
            "Content-Length: " + body.length,
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            "X-Request-Id: " + id,
            "",
            "");
    return ByteString.fromArray(head.getBytes(StandardCharsets.US_ASCII))
        .concat(ByteString.fromArrayUnsafe(body));
  }
}
