package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.order.News;
import dev.crossdock.order.Recorded;
import dev.crossdock.order.Unavailable;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost or repeated for whoever follows orders, whatever becomes of what is said. */
final class FollowerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final OptionalInt ALL = OptionalInt.empty();

  private FollowerBench bench = new FollowerBench(1);

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void tellsEveryVersionOnceHoweverMuchIsLostRepeatedOrLate(long seed) {
    bench.close();
    bench = new FollowerBench(seed);
    List<OrderId> orders = bench.orders(3);
    var readers = bench.readersAtRandom(orders);
    while (!bench.isOver(readers)) {
      for (int i = 0; i < 10; i++) {
        bench.somethingHappens(readers);
      }
      bench.settles();
    }
    for (FollowerReader reader : readers) {
      reader.after.forEach(
          (id, after) ->
              assertThat(reader.versions(id))
                  .as("seed " + seed + ", " + id + " behind " + after)
                  .isEqualTo(LongStream.rangeClosed(after + 1, bench.end(id)).boxed().toList()));
    }
  }

  @Test
  void asksTheJournalForNothingThatItHasHeard() {
    OrderId id = bench.orders(1).getFirst();
    bench.happens(id, 3);
    var reader = bench.reader(Map.of(id, 3L), ALL);
    reader.asks(100);
    bench.awaitFollowed(id);
    bench.happens(id, 2);
    await().atMost(PATIENCE).until(() -> reader.versions(id).equals(List.of(4L, 5L)));
    assertThat(bench.reads()).isZero();
  }

  @Test
  void asksAnEntityThatIsBackHowItStands() {
    OrderId id = bench.orders(1).getFirst();
    bench.happens(id, 1);
    var reader = bench.reader(Map.of(id, 1L), ALL);
    reader.asks(100);
    bench.awaitFollowed(id);
    bench.leavesMemory(id);
    bench.happens(id, 2);
    bench.follower.tell(new FollowerMessage.Woke(id));
    await().atMost(PATIENCE).until(() -> reader.versions(id).equals(List.of(2L, 3L)));
  }

  @Test
  void findsInTheJournalWhatNobodyHasSaid() {
    OrderId id = bench.orders(1).getFirst();
    bench.happens(id, 1);
    var reader = bench.reader(Map.of(id, 1L), ALL);
    reader.asks(100);
    bench.awaitFollowed(id);
    bench.leavesMemory(id);
    bench.happens(id, 2);
    bench.secondsPass(40);
    await().atMost(PATIENCE).until(() -> reader.versions(id).equals(List.of(2L, 3L)));
  }

  @Test
  void tellsWhoeverIsSlowNothingThatHeHasNotAskedFor() {
    OrderId id = bench.orders(1).getFirst();
    bench.happens(id, 2);
    var reader = bench.reader(Map.of(id, 0L), ALL);
    bench.awaitFollowed(id);
    bench.happens(id, 4);
    bench.secondsPass(5);
    assertThat(reader.news).isEmpty();
    reader.asks(1);
    await().atMost(PATIENCE).until(() -> reader.versions(id).equals(List.of(1L)));
    reader.asks(5);
    await().atMost(PATIENCE).until(() -> reader.versions(id).size() == 6);
    assertThat(reader.versions(id)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void leavesOutWhatWhoeverIsTooFarBehindHasMissedAndSaysSo() {
    List<OrderId> orders = bench.orders(2);
    orders.forEach(id -> bench.happens(id, 1));
    var reader = bench.reader(Map.of(orders.get(0), 1L, orders.get(1), 1L), OptionalInt.of(3));
    reader.asks(1);
    orders.forEach(bench::awaitFollowed);
    bench.happens(orders.get(0), 1);
    await().atMost(PATIENCE).until(() -> reader.news.size() == 1);
    bench.happens(orders.get(0), 2);
    bench.happens(orders.get(1), 2);
    bench.settles();
    reader.asks(10);
    await().atMost(PATIENCE).until(() -> reader.news.size() == 2);
    assertThat(reader.news.getLast())
        .isEqualTo(new News.Resync(Map.of(orders.get(0), 4L, orders.get(1), 3L)));
    bench.happens(orders.get(1), 1);
    await().atMost(PATIENCE).until(() -> reader.versions(orders.get(1)).equals(List.of(4L)));
  }

  @Test
  void isNeverTooFarBehindWithWhatWasThereBeforeHeCame() {
    OrderId id = bench.orders(1).getFirst();
    bench.happens(id, 6);
    var reader = bench.reader(Map.of(id, 0L), OptionalInt.of(3));
    reader.asks(100);
    await().atMost(PATIENCE).until(() -> reader.versions(id).size() == 6);
  }

  @Test
  void forgetsWhatNobodyWatchesAnyMore() {
    OrderId id = bench.orders(1).getFirst();
    bench.happens(id, 1);
    var reader = bench.reader(Map.of(id, 1L), ALL);
    reader.asks(1);
    bench.awaitFollowed(id);
    reader.leaves();
    int asked = bench.follows(id);
    bench.follower.tell(new FollowerMessage.Woke(id));
    bench.settles();
    assertThat(bench.follows(id)).isEqualTo(asked);
  }

  @Test
  void endsWithItsReadersToldSo() {
    OrderId id = bench.orders(1).getFirst();
    bench.happens(id, 1);
    var reader = bench.reader(Map.of(id, 0L), ALL);
    bench.awaitFollowed(id);
    bench.stop();
    await().atMost(PATIENCE).until(() -> reader.failure instanceof Unavailable);
  }

  @Test
  void endsAtAHoleInTheJournal() {
    OrderId id = bench.orders(1).getFirst();
    bench.happens(id, 3);
    bench.loses(id, 2);
    var reader = bench.reader(Map.of(id, 0L), ALL);
    reader.asks(100);
    await().atMost(PATIENCE).until(() -> reader.over);
    assertThat(reader.recorded()).extracting(Recorded::version).containsExactly(1L);
  }
}
