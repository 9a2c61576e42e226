package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Vendor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is to be woken: what was under way, what is due, and nobody without end. */
class WakesTest {
  private static final Wakes.Slices ALL = new Wakes.Slices(0, Wakes.SLICES);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void knowsWhoWasInFlightAsSoonAsTheJournalIsTakenOver(Vendor vendor) throws SQLException {
    try (Bench bench = Bench.of(vendor, directory)) {
      Wakes wakes = bench.readSide.wakes();
      bench.journal(Story.placed(Story.id(1)), Story.told(Story.id(2)));
      String mark = Bench.answered(wakes.mark());
      assertThat(Bench.answered(wakes.hasReached(mark))).isFalse();
      bench.start();
      bench.awaitAll();
      assertThat(Bench.answered(wakes.hasReached(mark))).isTrue();
      List<String> inFlight = Bench.answered(wakes.inFlight(ALL, mark, "", 100));
      assertThat(inFlight)
          .containsExactly("order|default:ord_000001", "shipment|default:shp_000002-1");
      assertThat(Bench.answered(wakes.inFlight(ALL, mark, inFlight.getFirst(), 100)))
          .containsExactly("shipment|default:shp_000002-1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesOutWhatIsDueOnceAndAgainLaterAndLater(Vendor vendor) throws SQLException {
    try (Bench bench = Bench.of(vendor, directory).start()) {
      Wakes wakes = bench.readSide.wakes();
      bench.journal(Story.placed(Story.id(1)));
      bench.awaitAll();
      assertThat(Bench.answered(wakes.due(ALL, 10))).containsExactly("order|default:ord_000001");
      assertThat(Bench.answered(wakes.due(ALL, 10))).isEmpty();
      long first = bench.number("SELECT due_at FROM wake_at");
      bench.run("UPDATE wake_at SET due_at = 1");
      assertThat(Bench.answered(wakes.due(ALL, 10))).hasSize(1);
      assertThat(bench.number("SELECT due_at FROM wake_at")).isGreaterThan(first + 12_000_000);
      assertThat(bench.number("SELECT woken FROM wake_at")).isEqualTo(2);
    }
  }

  @Test
  void leavesAloneWhoeverMayHaveMovedUnseen() throws SQLException {
    try (Bench bench = Bench.of(Vendor.H2, directory).start()) {
      bench.journal(Story.placed(Story.id(1)));
      bench.awaitAll();
      Instant due = bench.parts().clock().instant().minusSeconds(60);
      bench.run("UPDATE wake_at SET due_at = " + Sql.micros(due));
      assertThat(wokenAsOf(bench, due.minusSeconds(1))).isEmpty();
      assertThat(wokenAsOf(bench, due)).hasSize(1);
    }
  }

  @Test
  void waitsForNoReadSideThatStandsStill() throws SQLException {
    try (Bench bench = Bench.of(Vendor.H2, directory).start()) {
      bench.journal(Story.placed(Story.id(1)));
      bench.awaitAll();
      bench.run("UPDATE wake_at SET due_at = 1");
      assertThat(wokenAsOf(bench, Instant.EPOCH)).hasSize(1);
    }
  }

  private static List<String> wokenAsOf(Bench bench, Instant known) {
    ReadSideStatus status =
        new ReadSideStatus() {
          @Override
          public Instant asOf() {
            return known;
          }

          @Override
          public long lagMillis() {
            return 0;
          }

          @Override
          public long eventsBehind() {
            return 0;
          }
        };
    ReadSideParts parts = bench.parts();
    Wakes wakes = new WakesInTables(parts, new LiveGeneration(parts.clock()), status);
    return Bench.answered(wakes.due(ALL, 10));
  }

  @ParameterizedTest
  @EnumSource
  void givesOutNoMoreThanAskedAndOnlyOfItsSlices(Vendor vendor) throws SQLException {
    try (Bench bench = Bench.of(vendor, directory).start()) {
      Wakes wakes = bench.readSide.wakes();
      for (int i = 0; i < 30; i++) {
        bench.journal(Story.placed(Story.id(i)));
      }
      bench.awaitAll();
      int low = Bench.answered(wakes.due(Wakes.Slices.of(0, 2), 100)).size();
      assertThat(Bench.answered(wakes.due(Wakes.Slices.of(1, 2), 5)))
          .hasSize(Math.min(5, 30 - low));
      assertThat(Bench.answered(wakes.due(ALL, 100))).hasSize(Math.max(0, 25 - low));
    }
  }

  /** The order has heard of its shipment; that the warehouse's callbacks find it nobody can see. */
  @ParameterizedTest
  @EnumSource
  void letsBeWhoHadARoundAndOwesNothing(Vendor vendor) throws SQLException {
    try (Bench bench = Bench.of(vendor, directory).start()) {
      Wakes wakes = bench.readSide.wakes();
      bench.journal(Story.told(Story.id(1)));
      bench.awaitAll();
      assertThat(bench.text("SELECT persistence_id FROM wake_at"))
          .isEqualTo("shipment|default:shp_000001-1");
      assertThat(Bench.answered(wakes.due(ALL, 10))).hasSize(1);
      bench.run("UPDATE wake_at SET due_at = 1");
      assertThat(Bench.answered(wakes.due(ALL, 10))).isEmpty();
      assertThat(bench.number("SELECT COUNT(*) FROM wake_at")).isZero();
    }
  }

  @Test
  void everySliceIsSomeWorkers() {
    int next = 0;
    for (int worker = 0; worker < 7; worker++) {
      Wakes.Slices slices = Wakes.Slices.of(worker, 7);
      assertThat(slices.from()).isEqualTo(next);
      next = slices.to();
    }
    assertThat(next).isEqualTo(Wakes.SLICES);
  }
}
