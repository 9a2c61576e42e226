package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;

/**
 * That what comes one by one is done in groups, no more at once than may be, whatever becomes of
 * each.
 */
class GroupsTest {
  private static final int REFUSED = 4;

  private final List<List<Integer>> begun = new CopyOnWriteArrayList<>();
  private final List<Promise<String>> ends = new CopyOnWriteArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private final Groups<Integer> groups = groups(1);
  private final Groups<Integer> pairs = groups(2);

  private Groups<Integer> groups(int atOnce) {
    return new Groups<>(
        "groups-test",
        new Groups.Bounds(4, 3, atOnce),
        size -> size,
        this::begin,
        ExecutionContext.fromExecutor(Runnable::run));
  }

  @AfterEach
  void close() {
    groups.close();
    pairs.close();
  }

  @Test
  void whatComesMeanwhileGoesTogether() {
    groups.add(3);
    await().until(() -> begun.size() == 1);
    groups.add(1);
    groups.add(2);
    groups.add(1);
    assertThat(begun).containsExactly(List.of(3));
    ends.getFirst().success("done");
    await().until(() -> begun.size() == 2);
    assertThat(begun.getLast()).containsExactly(1, 2, 1);
  }

  @Test
  void aGroupIsNoLargerThanItMayBeUnlessOneIs() {
    groups.add(1);
    await().until(() -> begun.size() == 1);
    groups.add(3);
    groups.add(2);
    groups.add(9);
    for (int done = 0; done < 3; done++) {
      int next = done;
      ends.get(next).success("done");
      await().until(() -> begun.size() == next + 2);
    }
    assertThat(begun).containsExactly(List.of(1), List.of(3), List.of(2), List.of(9));
  }

  @Test
  void noMoreMayWaitThanThereIsRoomFor() {
    groups.add(1);
    await().until(() -> begun.size() == 1);
    assertThat(groups.add(1)).isTrue();
    assertThat(groups.add(1)).isTrue();
    assertThat(groups.add(1)).isTrue();
    assertThat(groups.add(1)).isFalse();
  }

  @Test
  void aGroupThatFailsHoldsUpNobody() {
    groups.add(1);
    await().until(() -> begun.size() == 1);
    groups.add(2);
    ends.getFirst().failure(new IllegalStateException("the database is away"));
    await().until(() -> begun.size() == 2);
    assertThat(begun.getLast()).containsExactly(2);
  }

  @Test
  void aGroupThatCannotBeginHoldsUpNobody() {
    groups.add(REFUSED);
    await().until(() -> begun.size() == 1);
    groups.add(1);
    await().until(() -> begun.size() == 2);
    assertThat(begun.getLast()).containsExactly(1);
  }

  @Test
  void asManyAreUnderWayAsMayBe() {
    pairs.add(3);
    await().until(() -> begun.size() == 1);
    pairs.add(1);
    await().until(() -> begun.size() == 2);
    pairs.add(1);
    pairs.add(2);
    ends.getFirst().success("done");
    await().until(() -> begun.size() == 3);
    assertThat(begun).containsExactly(List.of(3), List.of(1), List.of(1, 2));
  }

  /** However they come, and whatever thread they come on. */
  @Test
  void everyOneIsInOneGroup() {
    Groups<Integer> many =
        new Groups<>(
            "groups-test",
            new Groups.Bounds(16, 100_000, 2),
            any -> 1,
            this::endSoon,
            ExecutionContext.global());
    IntStream.range(0, 20_000).parallel().forEach(many::add);
    await().until(() -> begun.stream().mapToInt(List::size).sum() == 20_000);
    many.close();
    assertThat(begun).allMatch(group -> !group.isEmpty() && group.size() <= 16);
    assertThat(begun.stream().flatMap(List::stream).distinct().count()).isEqualTo(20_000);
    assertThat(mostUnderWay.get()).isEqualTo(2);
  }

  private Future<String> endSoon(List<Integer> group) {
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    begun.add(group);
    Promise<String> end = Promise.apply();
    var unused =
        CompletableFuture.runAsync(
            () -> {
              underWay.decrementAndGet();
              end.success("done");
            });
    return end.future();
  }

  private Future<String> begin(List<Integer> group) {
    Promise<String> end = Promise.apply();
    ends.add(end);
    begun.add(group);
    if (group.contains(REFUSED)) {
      throw new IllegalStateException("the pool is closed");
    }
    return end.future();
  }
}
