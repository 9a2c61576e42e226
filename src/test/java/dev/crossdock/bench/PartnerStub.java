package dev.crossdock.bench;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All partners in one: answers every call well, and takes its time for it. */
final class PartnerStub implements AutoCloseable {
  private static final int BACKLOG = 20_000;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
  private final Map<Desk, Duration> delays = new EnumMap<>(Desk.class);
  private final Map<String, String> given = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final Tally tally;

  /**
   * @param delay before each answer
   */
  private PartnerStub(Duration delay, Tally tally) {
    this.tally = tally;
    for (Desk desk : Desk.values()) {
      delays.put(desk, delay);
    }
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setAcceptBacklog(BACKLOG).setIdleTimeout(0))
            .requestHandler(this::take);
  }

  static PartnerStub start(Duration delay, Tally tally) {
    PartnerStub stub = new PartnerStub(delay, tally);
    stub.server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, SECONDS)
        .join();
    return stub;
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** From now on this desk takes that long. Before anybody calls. */
  void delay(Desk desk, Duration delay) {
    delays.put(desk, delay);
  }

  private void take(HttpServerRequest request) {
    if (request.method().equals(HttpMethod.GET)) {
      lookUp(request);
    } else {
      request.bodyHandler(body -> serve(request, body));
    }
  }

  private void serve(HttpServerRequest request, Buffer body) {
    Desk desk = Desk.at(request.path());
    int number = Mark.in(body.getBytes());
    tally.ask(desk, number);
    String answer = desk.answer(number);
    String key = request.getHeader("Idempotency-Key");
    if (desk.acquires() && key != null) {
      given.put(key, answer);
    }
    vertx.setTimer(millis(desk), timer -> answer(request, desk, number, answer));
  }

  private void answer(HttpServerRequest request, Desk desk, int number, String answer) {
    if (!request.response().closed()) {
      send(request, desk.status(), answer);
      tally.answer(desk, number, System.nanoTime());
    }
  }

  /** What was given under that key, or nothing. */
  private void lookUp(HttpServerRequest request) {
    String found = given.get(String.valueOf(request.getParam("reference")));
    String answer = "{\"items\":[" + (found == null ? "" : found) + "]}";
    vertx.setTimer(millis(Desk.at(request.path())), timer -> send(request, 200, answer));
  }

  private long millis(Desk desk) {
    return delays.getOrDefault(desk, Duration.ZERO).toMillis();
  }

  private static void send(HttpServerRequest request, int status, String body) {
    if (!request.response().closed()) {
      request
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/json")
          .end(body);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }
}
