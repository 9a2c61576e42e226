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
      String key = "key-" + i;
      long due = (i - from) * 1000L / perSecond;
      calls.add(
          CompletableFuture.runAsync(
                  () -> {}, CompletableFuture.delayedExecutor(due, TimeUnit.MILLISECONDS))
              .thenCompose(begun -> client.placeLater(key, body(key)))
              .handle((answer, failure) -> answer != null && note(key, answer)));
    }
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

  /** Places again, under the same keys, what was not promised. */
  void placeTheRest(Client client) {
    for (int i = 1; i <= orders; i++) {
      String key = "key-" + i;
      if (!promised.containsKey(key)) {
        await(key)
            .atMost(Duration.ofSeconds(20))
            .until(() -> note(key, client.place(key, body(key))));
      }
    }
  }

  /** The ids of the orders that were taken so far, by key. */
  Map<String, String> promised() {
    return Map.copyOf(promised);
  }

  /** What was answered with something else than an order. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  private static String body(String key) {
    return Wanted.lamps("PO-" + key);
  }
}
