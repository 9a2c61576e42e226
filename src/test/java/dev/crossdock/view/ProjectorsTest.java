package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Vendor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tables have of orders after all of their events, on both databases. */
class ProjectorsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void hasEachOrderAsItsEventsMakeIt(Vendor vendor) throws SQLException {
    Story one = Story.told(Story.id(1));
    Story two = Story.placed(Story.id(2));
    Story three = Story.placed(Story.id(3)).cancelled();
    try (Bench bench = Bench.of(vendor, directory).start()) {
      bench.journal(one, two, three);
      bench.awaitAll();
      assertThat(row(bench, 1)).isEqualTo(one.order().status().name());
      assertThat(row(bench, 2)).isEqualTo("RECEIVED");
      assertThat(row(bench, 3)).isEqualTo(three.order().status().name());
      assertThat(bench.number("SELECT version FROM order_list WHERE order_id = 'ord_000001'"))
          .isEqualTo(one.version(Story.orderKey(Story.id(1))));
      summarizes(bench);
      facets(bench);
      counts(bench);
    }
  }

  private static String row(Bench bench, int number) {
    return bench.text(
        "SELECT status FROM order_list WHERE order_id = '%s'".formatted(Story.id(number).value()));
  }

  private static void summarizes(Bench bench) {
    assertThat(bench.text("SELECT summary FROM order_list WHERE order_id = 'ord_000002'"))
        .contains("\"id\":\"ord_000002\"", "\"reference\":\"R-1\"", "\"status\":\"RECEIVED\"")
        .contains("\"total\":{\"amount\":\"25.00\",\"currency\":\"EUR\"}")
        .contains("{\"step\":\"validate-address\",\"partner\":\"address\"}");
    assertThat(bench.text("SELECT summary FROM order_list WHERE order_id = 'ord_000001'"))
        .contains("\"shipments\":[{\"id\":\"shp_000001-1\",\"status\":\"RELEASED\"}]");
  }

  private static void facets(Bench bench) {
    String of = "SELECT COUNT(*) FROM order_facet WHERE order_id = 'ord_00000%d' AND facet = '%s'";
    assertThat(bench.number(of.formatted(2, "STEP"))).isEqualTo(3);
    assertThat(bench.number(of.formatted(2, "PARTNER"))).isEqualTo(3);
    assertThat(
            bench.text(
                "SELECT MIN(facet_value) FROM order_facet"
                    + " WHERE order_id = 'ord_000001' AND facet = 'STEP'"))
        .isEqualTo("release-fulfillment");
  }

  private static void counts(Bench bench) {
    assertThat(bench.number("SELECT SUM(orders) FROM order_count")).isEqualTo(3);
    assertThat(bench.number("SELECT orders FROM order_count WHERE status = 'RECEIVED'"))
        .isEqualTo(1);
    assertThat(bench.number("SELECT SUM(received) FROM order_minute")).isEqualTo(3);
    assertThat(bench.number("SELECT SUM(confirmed) FROM order_minute")).isEqualTo(1);
    assertThat(bench.text("SELECT status FROM shipment_list")).isEqualTo("RELEASED");
    assertThat(
            bench.number(
                "SELECT succeeded FROM partner_hour WHERE partner = 'payment'"
                    + " AND step = 'authorize-payment'"))
        .isEqualTo(1);
    assertThat(bench.number("SELECT COUNT(*) FROM dead_letter")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void takesTheSameGroupTwiceWithoutChangingAnything(Vendor vendor) throws SQLException {
    Story one = Story.told(Story.id(1));
    try (Bench bench = Bench.of(vendor, directory).start()) {
      bench.journal(one);
      bench.awaitAll();
      String before = everything(bench);
      bench.stop();
      bench.run("DELETE FROM pekko_projection_offset_store");
      bench.restart();
      bench.awaitAll();
      assertThat(everything(bench)).isEqualTo(before);
      assertThat(bench.number("SELECT COUNT(*) FROM dead_letter")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnInTheMiddleOfAnOrder(Vendor vendor) throws SQLException {
    Story one = Story.told(Story.id(1));
    Story two = Story.told(Story.id(2));
    int half = one.events().size() / 2;
    try (Bench bench = Bench.of(vendor, directory).start()) {
      bench.journal(one.events().subList(0, half));
      bench.awaitAll();
      bench.restart();
      bench.journal(one.events().subList(half, one.events().size()));
      for (List<Story.Told> each : two.events().stream().map(List::of).toList()) {
        bench.journal(each);
      }
      bench.awaitAll();
      assertThat(row(bench, 1)).isEqualTo("RELEASED");
      assertThat(row(bench, 2)).isEqualTo("RELEASED");
      assertThat(bench.number("SELECT SUM(received) FROM order_minute")).isEqualTo(2);
      assertThat(bench.number("SELECT SUM(orders) FROM order_count")).isEqualTo(2);
      assertThat(bench.number("SELECT COUNT(*) FROM dead_letter")).isZero();
    }
  }

  /** Numbers and texts of all tables, in one text. */
  private static String everything(Bench bench) {
    return bench.text("SELECT SUM(version) FROM order_list")
        + bench.text("SELECT MIN(summary) FROM order_list")
        + bench.text("SELECT COUNT(*) FROM order_facet")
        + bench.text("SELECT SUM(orders) FROM order_count")
        + bench.text("SELECT SUM(received) + SUM(confirmed) * 100 FROM order_minute")
        + bench.text("SELECT SUM(succeeded) FROM partner_hour")
        + bench.text("SELECT SUM(version) FROM shipment_list")
        + bench.text("SELECT COUNT(*) FROM wake_at");
  }
}
