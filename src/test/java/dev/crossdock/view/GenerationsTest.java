package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.journal.Vendor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That tables are filled anew beside those in use, and mended where they disagree. */
class GenerationsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void fillsANewGenerationWhileAnswersAreAlwaysThere(Vendor vendor) throws SQLException {
    try (Bench bench = Bench.of(vendor, directory).start()) {
      for (int i = 0; i < 40; i++) {
        bench.journal(Story.told(Story.id(i)));
      }
      bench.awaitAll();
      assertThat(Bench.answered(bench.readSide.rebuild(Optional.empty())).number()).isEqualTo(2);
      assertThat(Bench.answered(bench.readSide.rebuild(Optional.empty())).number()).isEqualTo(2);
      AtomicInteger count = new AtomicInteger(40);
      await()
          .atMost(Duration.ofSeconds(40))
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                assertThat(orders(bench)).isGreaterThanOrEqualTo(40);
                bench.journal(Story.placed(Story.id(count.getAndIncrement())));
                return live(bench) > 1;
              });
      int next = count.get();
      assertThat(orders(bench)).isGreaterThanOrEqualTo(40);
      bench.awaitAll();
      assertThat(orders(bench)).isEqualTo(next);
      assertThat(bench.number("SELECT SUM(orders) FROM order_count WHERE generation = 2"))
          .isEqualTo(next);
      bench.run("UPDATE read_generation SET live_at = live_at - 10000000 WHERE generation = 2");
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> bench.number("SELECT COUNT(*) FROM read_generation") == 1);
      assertThat(bench.number("SELECT COUNT(*) FROM order_list WHERE generation = 1")).isZero();
      assertThat(bench.number("SELECT COUNT(*) FROM pekko_projection_offset_store")).isEqualTo(1);
      assertThat(orders(bench)).isEqualTo(next);
    }
  }

  private static int live(Bench bench) {
    return Bench.answered(bench.store.run(it -> bench.readSide.live().on(it)));
  }

  /** As a query counts them. */
  private static int orders(Bench bench) {
    return Bench.answered(
        bench.store.run(
            connection -> {
              try (var statement =
                  connection.prepareStatement(
                      "SELECT COUNT(*) FROM order_list WHERE generation = ?")) {
                statement.setInt(1, bench.readSide.live().on(connection));
                return (int) Sql.one(statement);
              }
            }));
  }

  @ParameterizedTest
  @EnumSource
  void sweepsWhatWasMissed(Vendor vendor) throws SQLException {
    Story one = Story.told(Story.id(1));
    long version = one.version(Story.orderKey(Story.id(1)));
    try (Bench bench = Bench.of(vendor, directory).start()) {
      bench.journal(one, Story.told(Story.id(2)), Story.told(Story.id(3)));
      bench.awaitAll();
      bench.run("DELETE FROM order_list WHERE order_id = 'ord_000001'");
      bench.run("UPDATE order_list SET version = 4 WHERE order_id = 'ord_000002'");
      bench.run("UPDATE order_list SET version = 400 WHERE order_id = 'ord_000003'");
      bench.run("DELETE FROM shipment_list WHERE shipment_id = 'shp_000003-1'");
      bench.run(
          "UPDATE shipment_list SET shipment_id = 'shp_999999-1'"
              + " WHERE shipment_id = 'shp_000002-1'");
      SweepRound first = Bench.answered(bench.readSide.sweep());
      assertThat(first.compared()).isEqualTo(6);
      assertThat(first.mended()).isEqualTo(5);
      assertThat(first.withoutJournal()).isEqualTo(1);
      assertThat(bench.number("SELECT COUNT(*) FROM order_list WHERE version = " + version))
          .isEqualTo(3);
      SweepRound second = Bench.answered(bench.readSide.sweep());
      assertThat(second.mended()).isZero();
      SweepRound told = Bench.answered(bench.readSide.report()).sweep();
      assertThat(told).isNotNull().extracting(SweepRound::withoutJournal).isEqualTo(1L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotSweepWhatIsStillToCome(Vendor vendor) throws SQLException {
    try (Bench bench = Bench.of(vendor, directory)) {
      bench.journal(Story.told(Story.id(1)));
      assertThat(Bench.answered(bench.readSide.sweep()).mended()).isZero();
      assertThat(bench.number("SELECT COUNT(*) FROM order_list")).isZero();
    }
  }
}
