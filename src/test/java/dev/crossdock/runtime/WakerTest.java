package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.view.Wakes;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a waker wakes after a start and from then on, and what becomes of a question that fails. */
final class WakerTest {
  private final Rig rig = Rig.inCluster();
  private final ManualTime time = ManualTime.get(rig.kit.system());
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicBoolean reached = new AtomicBoolean();

  @AfterEach
  void close() {
    rig.close();
  }

  /** At 1000 a second in the cluster each of 8 workers has 125. */
  private final class Played implements Wakes {
    private <T> CompletionStage<T> answer(String question, T answer) {
      asked.add(question);
      return away.get()
          ? CompletableFuture.failedFuture(new IllegalStateException("away"))
          : CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletionStage<String> mark() {
      return answer("mark", "here");
    }

    @Override
    public CompletionStage<Boolean> hasReached(String mark) {
      return answer("reached " + mark, reached.get());
    }

    @Override
    public CompletionStage<List<String>> due(Slices slices, int idsMax) {
      return answer("due " + idsMax, List.of("order|default:ord_due"));
    }

    @Override
    public CompletionStage<List<String>> inFlight(
        Slices slices, String mark, String after, int idsMax) {
      List<String> all =
          after.isEmpty()
              ? IntStream.range(0, idsMax).mapToObj(i -> "order|default:ord_" + i).toList()
              : List.of("shipment|default:shp_1-1");
      return answer("in flight after " + after, all);
    }
  }

  @Test
  void wakesWhatWasInFlightPageByPageAndThenWhatIsDue() {
    reached.set(true);
    start();
    for (int i = 0; i < 125; i++) {
      assertThat(rig.post.receiveMessage().message()).isEqualTo(new OrderMessage.Wake());
    }
    rig.post.expectNoMessage(Duration.ofMillis(20));
    time.timePasses(Duration.ofSeconds(1));
    assertThat(rig.post.receiveMessage())
        .isEqualTo(new Rig.Sent(Sample.ID.shipment(1), new ShipmentMessage.Wake()));
    time.timePasses(Duration.ofSeconds(1));
    assertThat(rig.post.receiveMessage().message()).isEqualTo(new OrderMessage.Wake());
    assertThat(asked)
        .containsExactly(
            "mark",
            "reached here",
            "in flight after ",
            "in flight after order|default:ord_124",
            "due 125");
  }

  @Test
  void waitsUntilWhatWasJournalledIsKnown() {
    start();
    await().until(() -> asked.contains("reached here"));
    rig.post.expectNoMessage(Duration.ofMillis(20));
    reached.set(true);
    time.timePasses(Duration.ofSeconds(1));
    assertThat(rig.post.receiveMessage().message()).isEqualTo(new OrderMessage.Wake());
  }

  @Test
  void asksAgainWhenTheDatabaseIsBack() {
    away.set(true);
    start();
    await().until(() -> asked.size() == 1);
    away.set(false);
    reached.set(true);
    await()
        .until(
            () -> {
              time.timePasses(Duration.ofSeconds(1));
              return asked.contains("due 125");
            });
    assertThat(rig.post.receiveMessage().message()).isEqualTo(new OrderMessage.Wake());
  }

  private void start() {
    rig.spawn(
        Waker.create(
            new Played(), Wakes.Slices.of(0, Waker.WORKERS), rig.letters(), rig.surroundings()));
    time.timePasses(Duration.ofMillis(1));
    await()
        .until(
            () -> {
              time.timePasses(Duration.ZERO);
              return asked.size() >= (away.get() ? 1 : 2);
            });
    time.timePasses(Duration.ZERO);
  }
}
