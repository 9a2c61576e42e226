package dev.crossdock.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.KeysAway;
import dev.crossdock.trade.OrderId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Keys that are wanted while others are being read are read together, and fail apart. */
class KeyLoadsTest {
  private static final OrderId GOOD = new OrderId("default", "ord_good");
  private static final OrderId BAD = new OrderId("default", "ord_bad");

  private final List<Runnable> threads = new ArrayList<>();
  private final List<Collection<OrderId>> readings = new ArrayList<>();

  @Test
  void whatComesMeanwhileIsReadTogether() {
    KeyLoads loads = loads(orders -> {});
    CompletableFuture<Void> one = wanted(loads, GOOD);
    CompletableFuture<Void> other = wanted(loads, BAD);
    threads.getFirst().run();
    assertThat(one).isCompleted();
    assertThat(other).isCompleted();
    assertThat(readings).hasSize(1);
  }

  @Test
  void aDamagedKeyKeepsNobodyElseFromTheirs() {
    KeyLoads loads =
        loads(
            orders -> {
              if (orders.contains(BAD)) {
                throw new IllegalStateException("it was changed");
              }
            });
    CompletableFuture<Void> good = wanted(loads, GOOD);
    CompletableFuture<Void> bad = wanted(loads, BAD);
    threads.getFirst().run();
    assertThat(good).isCompleted();
    assertThat(bad).isCompletedExceptionally();
  }

  @Test
  void whenNobodyAnswersItIsAskedOnceForAll() {
    KeyLoads loads =
        loads(
            orders -> {
              throw new KeysAway("no answer", new IOException("gone"));
            });
    CompletableFuture<Void> one = wanted(loads, GOOD);
    CompletableFuture<Void> other = wanted(loads, BAD);
    threads.getFirst().run();
    assertThat(one).isCompletedExceptionally();
    assertThat(other).isCompletedExceptionally();
    assertThat(readings).hasSize(1);
  }

  private KeyLoads loads(Consumer<Collection<OrderId>> read) {
    return new KeyLoads(
        threads::add,
        orders -> {
          readings.add(List.copyOf(orders));
          read.accept(orders);
        });
  }

  private static CompletableFuture<Void> wanted(KeyLoads loads, OrderId order) {
    return loads.all(List.of(order)).toCompletableFuture();
  }
}
