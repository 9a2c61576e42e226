package dev.crossdock.partner.http;

import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, under one deadline. It is sent once at most. Lives on one event loop,
 * so it needs no locks.
 *
 * <p>What the partner can know of it hangs on one moment: until there is a connection it cannot
 * have acted; from the first byte written on, it may have.
 */
final class Exchange {
  private static final int BODY_BYTES_MAX = 1 << 20;

  private final Vertx vertx;
  private final Optional<Buffer> body;
  private final Function<HttpAnswer, Outcome> reader;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Buffer received = Buffer.buffer();
  private @Nullable HttpClientRequest sent;
  private long timer;

  Exchange(Vertx vertx, Optional<Buffer> body, Function<HttpAnswer, Outcome> reader) {
    this.vertx = vertx;
    this.body = body;
    this.reader = reader;
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  /**
   * The one timer here covers everything. The client's own limit on waiting for a connection is
   * left alone: it never cancels its timer (seen in Vert.x 5.1.0).
   */
  void start(HttpClient client, RequestOptions options, Duration deadline) {
    long millis = Math.max(1, deadline.toMillis());
    timer = vertx.setTimer(millis, id -> expire(millis));
    try {
      client.request(options).onComplete(this::send, this::unreached);
    } catch (RuntimeException e) {
      unreached(e);
    }
  }

  private void send(HttpClientRequest request) {
    request.exceptionHandler(this::cut);
    if (outcome.isDone()) {
      // The connection came too late. Nothing is written, so it can serve the next call.
      request.reset();
      return;
    }
    sent = request;
    Future<HttpClientResponse> response = body.map(request::send).orElseGet(request::send);
    response.onComplete(this::receive, this::cut);
  }

  private void receive(HttpClientResponse response) {
    response.exceptionHandler(this::cut);
    response.handler(this::add);
    response.endHandler(end -> read(response));
  }

  private void add(Buffer chunk) {
    if (received.length() + chunk.length() > BODY_BYTES_MAX) {
      abandon(Reach.MAYBE_ACTED_ON, "garbage: a body of more than " + BODY_BYTES_MAX + " bytes");
    } else {
      received.appendBuffer(chunk);
    }
  }

  private void read(HttpClientResponse response) {
    if (outcome.isDone()) {
      return;
    }
    HttpAnswer answer =
        new HttpAnswer(
            response.statusCode(),
            response.statusMessage(),
            response.getHeader("Retry-After"),
            response.getHeader("Location"),
            received);
    try {
      end(reader.apply(answer));
    } catch (RuntimeException e) {
      abandon(Reach.MAYBE_ACTED_ON, "the answer could not be read: " + e);
    }
  }

  private void unreached(Throwable cause) {
    abandon(Reach.NOT_ACTED_ON, "no connection: " + message(cause));
  }

  private void cut(Throwable cause) {
    abandon(Reach.MAYBE_ACTED_ON, "the connection was cut: " + message(cause));
  }

  private void expire(long millis) {
    Reach reach = sent == null ? Reach.NOT_ACTED_ON : Reach.MAYBE_ACTED_ON;
    abandon(reach, "no answer within " + millis + " ms");
  }

  /** Ends without an answer. What is still on its way is cut off, together with its connection. */
  private void abandon(Reach reach, String reason) {
    if (end(new Outcome.Unanswered(reach, reason, null)) && sent != null) {
      sent.reset();
    }
  }

  private boolean end(Outcome how) {
    vertx.cancelTimer(timer);
    return outcome.complete(how);
  }

  private static String message(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
