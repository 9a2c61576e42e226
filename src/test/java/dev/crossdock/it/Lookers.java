package dev.crossdock.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers who look at their orders four times a second, at one node after the other, and note how
 * long they had no answer: orders answer wherever they are, so that is how long moving them takes.
 */
final class Lookers implements AutoCloseable {
  private static final long EVERY_MILLIS = 250;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(2);
  private static final int OK = 200;

  private final Nodes nodes;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_MAX)
          .build();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
  private final AtomicInteger round = new AtomicInteger();
  private final Map<String, Sight> sights = new ConcurrentHashMap<>();

  /**
   * When an order was last seen.
   *
   * @param longestNanos that it was not
   */
  private record Sight(long seenNanos, long longestNanos) {
    Sight seen(long now) {
      return new Sight(now, Math.max(longestNanos, now - seenNanos));
    }
  }

  /** Looks at these from now on. */
  Lookers(Nodes nodes, List<String> orders) {
    this.nodes = nodes;
    long now = System.nanoTime();
    orders.forEach(order -> sights.put(order, new Sight(now, 0)));
    var unused = clock.scheduleAtFixedRate(this::lookAtAll, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void lookAtAll() {
    String url = nodes.url(round.incrementAndGet() % nodes.count());
    sights.keySet().forEach(order -> lookAt(url, order));
  }

  private void lookAt(String url, String order) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v1/orders/" + order)).timeout(ANSWER_MAX).build();
    var unused =
        http.sendAsync(request, BodyHandlers.discarding())
            .thenAccept(answer -> note(order, answer.statusCode()));
  }

  private void note(String order, int status) {
    if (status == OK) {
      sights.computeIfPresent(order, (id, sight) -> sight.seen(System.nanoTime()));
    }
  }

  /** The longest that any of them was not seen, until now. */
  long longestMillis() {
    long now = System.nanoTime();
    return sights.values().stream()
        .mapToLong(sight -> TimeUnit.NANOSECONDS.toMillis(sight.seen(now).longestNanos()))
        .max()
        .orElse(0);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    http.shutdownNow();
  }
}
