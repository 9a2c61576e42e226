package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.journal.Vendor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That one projection's tables are made anew beside the others, which stay as they are. Each test
 * waits for projections to stop and begin again, so each runs on one of the databases only.
 */
class PartSwapTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String DONE = "SELECT SUM(succeeded) FROM partner_hour WHERE generation = ";
  @TempDir private Path directory;

  @Test
  void oneProjectionIsMadeAnewAndCountsEachOrderOnce() throws SQLException {
    Vendor vendor = Vendor.POSTGRESQL;
    try (Bench bench = Bench.of(vendor, directory).start()) {
      for (int i = 0; i < 30; i++) {
        bench.journal(Story.told(Story.id(i)));
      }
      bench.awaitAll();
      bench.run("UPDATE order_list SET reference = 'wrong'");
      bench.run("UPDATE shipment_list SET carrier = 'as it was'");
      assertThat(rebuilt(bench, Part.ORDERS).number()).isEqualTo(2);
      int orders = placedUntilMoved(bench, Part.ORDERS, 1);
      bench.journal(Story.placed(Story.id(orders++)));
      bench.awaitAll();
      assertThat(number(bench, Part.ORDERS)).isEqualTo(2);
      assertThat(number(bench, Part.SHIPMENTS)).isEqualTo(1);
      assertThat(bench.number("SELECT COUNT(*) FROM order_list WHERE generation = 2"))
          .isEqualTo(orders);
      assertThat(bench.number("SELECT SUM(orders) FROM order_count WHERE generation = 2"))
          .isEqualTo(orders);
      assertThat(bench.number("SELECT SUM(received) FROM order_minute WHERE generation = 2"))
          .isEqualTo(orders);
      assertThat(bench.number("SELECT COUNT(*) FROM order_list WHERE reference = 'wrong'"))
          .as("those of before are still there to be read")
          .isEqualTo(30);
      assertThat(bench.number("SELECT COUNT(*) FROM shipment_list WHERE carrier = 'as it was'"))
          .isEqualTo(30);
      assertThat(bench.number("SELECT COUNT(*) FROM read_generation")).isEqualTo(1);
      assertThat(Bench.answered(bench.readSide.sweep()).mended()).isZero();
      clear(bench, vendor);
      assertThat(bench.number("SELECT COUNT(*) FROM order_list")).isEqualTo(orders);
      assertThat(bench.number("SELECT COUNT(*) FROM read_leftover")).isZero();
    }
  }

  @Test
  void partnersAreCountedAsBeforeAndAWholeRebuildTakesAllBack() throws SQLException {
    Vendor vendor = Vendor.H2;
    try (Bench bench = Bench.of(vendor, directory).start()) {
      for (int i = 0; i < 20; i++) {
        bench.journal(Story.told(Story.id(i)));
      }
      bench.awaitAll();
      long done = bench.number(DONE + 1);
      rebuilt(bench, Part.PARTNERS);
      await().atMost(PATIENCE).until(() -> number(bench, Part.PARTNERS) == 2);
      assertThat(bench.number(DONE + 2)).isEqualTo(done).isPositive();
      bench.journal(Story.told(Story.id(20)));
      bench.awaitAll();
      assertThat(bench.number(DONE + 2)).isEqualTo(done / 20 * 21);
      clear(bench, vendor);
      assertThat(bench.number("SELECT COUNT(*) FROM order_list WHERE generation = 2")).isZero();
      assertThat(Bench.answered(bench.readSide.rebuild(Optional.empty())).number()).isEqualTo(3);
      await().atMost(PATIENCE).until(() -> number(bench, Part.PARTNERS) == 3);
      assertThat(bench.number(DONE + 3)).isEqualTo(done / 20 * 21);
      clear(bench, vendor);
      assertThat(bench.number("SELECT COUNT(*) FROM partner_hour WHERE generation = 2")).isZero();
      assertThat(bench.number("SELECT COUNT(*) FROM read_part")).isZero();
    }
  }

  private static Generation rebuilt(Bench bench, Part part) {
    Generation begun = Bench.answered(bench.readSide.rebuild(Optional.of(part)));
    assertThat(begun.only()).isEqualTo(part);
    return begun;
  }

  /** Goes on ordering until the part is elsewhere; how many orders there are then. */
  private static int placedUntilMoved(Bench bench, Part part, int from) {
    AtomicInteger count = new AtomicInteger(30);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              bench.journal(Story.placed(Story.id(count.getAndIncrement())));
              return number(bench, part) != from;
            });
    return count.get();
  }

  private static int number(Bench bench, Part part) {
    return Bench.answered(bench.store.run(it -> bench.readSide.live().on(it, part)));
  }

  /** As the upkeep does when nobody can be reading them any more. */
  private static void clear(Bench bench, Vendor vendor) {
    Instant later = Instant.now().plusSeconds(60);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !Bench.answered(
                    bench.store.transaction(it -> Parts.clear(it, vendor, later, 100))));
  }
}
