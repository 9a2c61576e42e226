package dev.crossdock.it;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A shop that places many orders and keeps the history of what it was promised. */
final class Shop {
  private final int orders;
  private final Map<String, String> promised = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<?>> calls = new ArrayList<>();

  Shop(int orders) {
    this.orders = orders;
  }

  /** Begins to place these at that rate, however long the answers take. */
  void begin(Client client, int from, int to, int perSecond) {
    for (int i = from; i <= to; i++) {
      long due = (i - from) * 1000L / perSecond;
      place(client, "key-" + i, due);
    }
  }

  private void place(Client client, String key, long dueMillis) {
    calls.add(
        CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(dueMillis, TimeUnit.MILLISECONDS))
            .thenCompose(begun -> client.placeLater(key, Wanted.lamps("PO-" + key)))
            .handle((answer, failure) -> answer != null && note(key, answer)));
  }

  /** No answer promises nothing; an answer that is no promise is a fault. */
  private boolean note(String key, Client.Answer answer) {
    boolean taken = answer.status() == 201 || answer.status() == 200;
    if (taken) {
      promised.put(key, answer.text("id"));
    } else {
      refused.add(key + ": " + answer.status() + " " + answer.body());
    }
    return taken;
  }

  /** Waits until each call has its answer, or will never have one. */
  void awaitAnswers() {
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  /** Places again, under the same keys, what was not promised, until all is. */
  void placeTheRest(Client client) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              IntStream.rangeClosed(1, orders)
                  .mapToObj(i -> "key-" + i)
                  .filter(key -> !promised.containsKey(key))
                  .forEach(key -> place(client, key, 0));
              awaitAnswers();
              return promised.size() == orders;
            });
  }

  /** The ids of the orders that were taken so far, by key. */
  Map<String, String> promised() {
    return Map.copyOf(promised);
  }

  /** What was answered with something else than an order. */
  List<String> refused() {
    return List.copyOf(refused);
  }
}
