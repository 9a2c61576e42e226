package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However orders are filtered, the database goes through an index, and sorts nothing. */
class OrderPlansTest {
  private static final int ORDERS = 20_000;
  private static final ListPlace PLACE = new ListPlace(1_700_003_000_000_000L, "ord_5");

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void everyFilterGoesThroughAnIndexInItsOrder(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    ManyOrders.into(database, ORDERS);
    try (Connection connection = OrderPlans.connect(database)) {
      for (Map.Entry<String, OrderFilter> one : Filters.all(middle()).entrySet()) {
        for (ListPlace behind : new ListPlace[] {null, PLACE}) {
          OrderQuery query = new OrderQuery(ManyOrders.MERCHANT, one.getValue(), 50, behind);
          for (OrderPlans.Page page : OrderPlans.pages(connection, query)) {
            String plan = OrderPlans.plan(connection, "", page.statement());
            boolean isSmall = page.entries() < RangeScan.WINDOW;
            assertThat(faults(vendor, plan, isSmall)).as(one.getKey() + "\n" + plan).isEmpty();
            assertThat(plan).as(one.getKey()).containsIgnoringCase(page.index());
          }
        }
      }
    }
  }

  /** That the rules above can fail. */
  @ParameterizedTest
  @EnumSource
  void aPlanThatSortsIsFound(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    ManyOrders.into(database, 5000);
    try (Connection connection = OrderPlans.connect(database)) {
      SqlText bad =
          SqlText.of(
              "SELECT order_id FROM order_list WHERE version = 3 ORDER BY version, updated_at");
      assertThat(faults(vendor, OrderPlans.plan(connection, "", bad), false)).isNotEmpty();
    }
  }

  /** What is read in whole anyway may be sorted: less than a window. */
  private static List<String> faults(Vendor vendor, String plan, boolean isSmall) {
    return switch (vendor) {
      case POSTGRESQL ->
          (isSmall ? List.of("Seq Scan") : List.of("Seq Scan", "Sort", "Bitmap"))
              .stream().filter(plan::contains).toList();
      case H2 ->
          plan.contains("tableScan") || !plan.contains("/* index sorted */")
              ? List.of("scans, or sorts what it should find sorted")
              : List.of();
    };
  }

  private static Instant middle() {
    return Sql.instant(1_700_003_000_000_000L);
  }
}
