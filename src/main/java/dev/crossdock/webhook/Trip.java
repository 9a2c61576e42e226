package dev.crossdock.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, under one deadline: looks the name up, makes sure that none of its addresses is
 * closed, sends to one of just these, takes the answer. Lives on one event loop.
 *
 * <p>The answer counts from its head on: a body that does not end, or is too long, is cut off.
 */
final class Trip {
  private static final int BODY_BYTES_MAX = 64 * 1024;

  private final Vertx vertx;
  private final Clock clock;
  private final Addresses addresses;
  private final Target target;
  private final Courier.Envelope envelope;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private @Nullable HttpClientRequest sent;
  private @Nullable Answer head;
  private int received;
  private long timer;

  Trip(Vertx vertx, Clock clock, Addresses addresses, Target target, Courier.Envelope envelope) {
    this.vertx = vertx;
    this.clock = clock;
    this.addresses = addresses;
    this.target = target;
    this.envelope = envelope;
  }

  CompletableFuture<Answer> answer() {
    return answer;
  }

  void start(Names names, HttpClient client, Duration deadline) {
    long millis = Math.max(1, deadline.toMillis());
    timer = vertx.setTimer(millis, id -> cut("no answer within " + millis + " ms"));
    names
        .addresses(target.host())
        .onComplete(found -> connect(client, found), failed -> cut("its name is not known"));
  }

  /** One closed address among them is enough: whoever names it means no good. */
  private void connect(HttpClient client, List<InetSocketAddress> found) {
    if (answer.isDone()) {
      return;
    }
    List<InetAddress> all = found.stream().map(InetSocketAddress::getAddress).toList();
    if (all.isEmpty()) {
      cut("its name has no address");
    } else if (!all.stream().allMatch(addresses::mayBeTold)) {
      cut("its address is not a public one");
    } else {
      request(client, target.at(all.getFirst()));
    }
  }

  private void request(HttpClient client, RequestOptions options) {
    options
        .putHeader("User-Agent", HttpCouriers.USER_AGENT)
        .putHeader("Content-Type", "application/json")
        .putHeader("webhook-id", envelope.id())
        .putHeader("webhook-timestamp", Long.toString(envelope.timestamp()))
        .putHeader("webhook-signature", envelope.signature());
    try {
      client.request(options).onComplete(this::send, this::unreached);
    } catch (RuntimeException e) {
      unreached(e);
    }
  }

  private void send(HttpClientRequest request) {
    request.exceptionHandler(this::broken);
    if (answer.isDone()) {
      request.reset();
      return;
    }
    sent = request;
    request.send(Buffer.buffer(envelope.payload())).onComplete(this::receive, this::broken);
  }

  private void receive(HttpClientResponse response) {
    head =
        new Answer.Status(
            response.statusCode(),
            RetryAfter.parse(response.getHeader("Retry-After"), clock.instant()));
    response.exceptionHandler(this::broken);
    response.handler(this::count);
    response.endHandler(end -> end(new Answer.Nothing("no answer")));
  }

  private void count(Buffer chunk) {
    received += chunk.length();
    if (received > BODY_BYTES_MAX) {
      cut("an answer of more than " + BODY_BYTES_MAX + " bytes");
    }
  }

  private void unreached(Throwable cause) {
    cut("no connection: " + message(cause));
  }

  private void broken(Throwable cause) {
    cut("the connection was cut: " + message(cause));
  }

  private void cut(String reason) {
    if (end(new Answer.Nothing(reason)) && sent != null) {
      sent.reset();
    }
  }

  /** What the head of an answer said stands, whatever became of the rest. */
  private boolean end(Answer otherwise) {
    vertx.cancelTimer(timer);
    return answer.complete(head == null ? otherwise : head);
  }

  private static String message(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
