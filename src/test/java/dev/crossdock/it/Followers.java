package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Customers who watch their orders while nodes come and go. */
final class Followers implements AutoCloseable {
  private static final Duration DELIVERED_MAX = Duration.ofSeconds(90);

  private final Client client;
  private final List<List<SentEvent>> streams = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /** Watches these, at a node that goes on living; each was told something of its order by now. */
  Followers(String url, List<String> orders) {
    client = new Client(url);
    orders.forEach(this::follow);
    await("streams begin").until(() -> streams.stream().noneMatch(List::isEmpty));
  }

  private void follow(String order) {
    List<SentEvent> events = new CopyOnWriteArrayList<>();
    streams.add(events);
    threads.add(
        Thread.startVirtualThread(
            () -> {
              try (Stream<String> lines = client.stream(order)) {
                SentEvent.read(lines).forEach(events::add);
              }
            }));
  }

  /** Each stream was told every version once, in order, until its order was delivered. */
  void assertToldAll() {
    await("streams end").atMost(DELIVERED_MAX).until(this::areOver);
    for (List<SentEvent> events : streams) {
      assertThat(events.stream().map(SentEvent::id))
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, events.size()).mapToObj(Long::toString).toList());
      assertThat(events.getLast().status()).isEqualTo("DELIVERED");
    }
  }

  private boolean areOver() {
    return threads.stream().noneMatch(Thread::isAlive);
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    client.close();
  }
}
