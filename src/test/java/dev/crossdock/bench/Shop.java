package dev.crossdock.bench;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Places orders at fixed moments, whether those before were acknowledged or not. What is refused,
 * or not answered at all, is placed again under the same key until it is acknowledged or the shop
 * is closed.
 */
final class Shop implements AutoCloseable {
  private static final long AGAIN_MILLIS = 500;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
  private final HttpClient client;
  private final int port;
  private final Tally tally;
  private volatile boolean closed;
  private volatile boolean patient = true;

  Shop(int port, int connections, Tally tally) {
    this.port = port;
    this.tally = tally;
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(-1);
    client = vertx.createHttpClient(pool);
  }

  /**
   * Begins to place these orders and returns.
   *
   * @param perSecond how many a second; 0: all at once
   */
  void begin(int from, int to, int perSecond) {
    long start = System.nanoTime();
    long interval = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    Rush rush = new Rush(from, to, start, interval);
    vertx.setPeriodic(1, timer -> tick(timer, rush));
  }

  /** Orders, each with the moment at which it is to be placed. */
  private static final class Rush {
    private final int first;
    private final int end;
    private final long start;
    private final long interval;
    private int next;

    Rush(int first, int end, long start, long interval) {
      this.first = first;
      this.end = end;
      this.start = start;
      this.interval = interval;
      this.next = first;
    }

    boolean isOver() {
      return next >= end;
    }

    long due() {
      return start + (next - first) * interval;
    }
  }

  private void tick(long timer, Rush rush) {
    long now = System.nanoTime();
    while (!rush.isOver() && rush.due() <= now) {
      tally.intend(rush.next, rush.due());
      place(rush.next++);
    }
    if (rush.isOver()) {
      vertx.cancelTimer(timer);
    }
  }

  private void place(int number) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/v1/orders")
            .putHeader("Content-Type", "application/json")
            .putHeader("Idempotency-Key", Mark.of(number));
    client
        .request(options)
        .compose(request -> send(request, number))
        .onComplete(answer -> read(answer, number), failure -> again(number));
  }

  private static io.vertx.core.Future<HttpClientResponse> send(
      HttpClientRequest request, int number) {
    return request.send(Buffer.buffer(WantedOrder.body(number)));
  }

  private void read(HttpClientResponse response, int number) {
    response
        .end()
        .onComplete(
            end -> {
              switch (response.statusCode()) {
                case 200, 201 -> tally.acknowledge(number, System.nanoTime());
                case 429, 503 -> later(number, response.getHeader("Retry-After"));
                default -> tally.fail();
              }
            },
            failure -> again(number));
  }

  private void later(int number, @Nullable String retryAfter) {
    tally.refuse();
    if (patient) {
      long seconds = retryAfter == null ? 0 : Long.parseLong(retryAfter);
      schedule(number, Math.max(AGAIN_MILLIS, TimeUnit.SECONDS.toMillis(seconds)));
    }
  }

  /** From now on whatever is refused is not placed again. */
  void giveUpWhatIsRefused() {
    patient = false;
  }

  private void again(int number) {
    if (!closed) {
      tally.fail();
      schedule(number, AGAIN_MILLIS);
    }
  }

  private void schedule(int number, long millis) {
    if (!closed) {
      vertx.setTimer(millis, timer -> place(number));
    }
  }

  @Override
  public void close() {
    closed = true;
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }
}
