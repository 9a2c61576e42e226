package dev.crossdock.it;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Shops that place orders at a rate, at one node after the other; each repeats its request under
 * its key until it is promised an order. What they were promised is kept.
 */
final class Crowd implements AutoCloseable {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(8);
  private static final long AGAIN_MILLIS = 500;
  private static final Duration LAST_MAX = Duration.ofMinutes(2);

  private final Nodes nodes;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
  private final AtomicInteger arrived = new AtomicInteger();
  private final Map<String, Promise> promises = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
  private final long begun = System.nanoTime();
  private @Nullable ScheduledFuture<?> arrivals;

  /**
   * An order that was taken.
   *
   * @param number of the shop, 1 and up
   * @param tries requests that it took, 1 and up
   * @param sinceMillis when the shop first asked, from the crowd's beginning
   * @param tookMillis from then until it was promised
   */
  record Promise(String key, int number, String id, int tries, long sinceMillis, long tookMillis) {}

  private record Wish(String key, int number, long sinceMillis) {}

  Crowd(Nodes nodes) {
    this.nodes = nodes;
  }

  /** So many shops come each second, from now on. */
  void come(int perSecond) {
    arrivals =
        clock.scheduleAtFixedRate(this::arrive, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
  }

  private void arrive() {
    int number = arrived.incrementAndGet();
    attempt(new Wish("key-" + number, number, millis()), 1);
  }

  private void attempt(Wish wish, int tries) {
    String url = nodes.url((wish.number() + tries) % nodes.count());
    var unused =
        http.sendAsync(placing(url, wish.key()), BodyHandlers.ofString())
            .whenComplete((answer, failure) -> judge(wish, tries, answer));
  }

  private void judge(Wish wish, int tries, @Nullable HttpResponse<String> answer) {
    int status = answer == null ? 503 : answer.statusCode();
    if (answer != null && (status == 201 || status == 200)) {
      String id = Client.json(answer.body()).path("id").asText();
      long took = millis() - wish.sinceMillis();
      promises.put(
          wish.key(), new Promise(wish.key(), wish.number(), id, tries, wish.sinceMillis(), took));
    } else if (status == 503 || status == 429) {
      var unused =
          clock.schedule(
              () -> attempt(wish, tries + 1), pauseMillis(answer), TimeUnit.MILLISECONDS);
    } else {
      refused.add(wish.key() + ": " + status);
    }
  }

  /** As long as it was asked to wait, if it was. */
  static long pauseMillis(@Nullable HttpResponse<?> answer) {
    OptionalLong seconds =
        answer == null ? OptionalLong.empty() : answer.headers().firstValueAsLong("Retry-After");
    return seconds.isPresent() ? TimeUnit.SECONDS.toMillis(seconds.getAsLong()) : AGAIN_MILLIS;
  }

  /** Waits until so many more shops have come. */
  void awaitArrivals(int more) {
    int target = arrived.get() + more;
    await().atMost(Duration.ofMinutes(5)).until(() -> arrived.get() >= target);
  }

  /** Nobody comes any more; waits until all who came have been promised an order. */
  void leave() {
    if (arrivals != null) {
      arrivals.cancel(false);
    }
    await("everybody is promised an order")
        .atMost(LAST_MAX)
        .until(() -> promises.size() + refused.size() == arrived.get());
  }

  Collection<Promise> promises() {
    return List.copyOf(promises.values());
  }

  /** The orders that were promised last. */
  List<String> newest(int count) {
    return promises.values().stream()
        .sorted(Comparator.comparingLong(promise -> -promise.sinceMillis()))
        .limit(count)
        .map(Promise::id)
        .toList();
  }

  List<String> ids() {
    return promises.values().stream().map(Promise::id).toList();
  }

  /** Who was neither promised an order nor asked to come again. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  /** Since the crowd's beginning. */
  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /** The orders that were promised first. */
  List<String> oldest(int count) {
    return promises.values().stream()
        .sorted(Comparator.comparingLong(Promise::sinceMillis))
        .limit(count)
        .map(Promise::id)
        .toList();
  }

  static HttpRequest placing(String url, String key) {
    return HttpRequest.newBuilder(URI.create(url + "/v1/orders"))
        .timeout(ANSWER_MAX)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(order(key)))
        .build();
  }

  private static String order(String key) {
    return Wanted.lamps("PO-" + key);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    http.shutdownNow();
  }
}
