package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.OrderStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the filter, its pages have every order that fits, once, newest first. */
class OrderSearchTest {
  private static final int ORDERS = 7_000;
  private static final Instant MIDDLE = Sql.instant(1_700_001_200_000_000L);

  @TempDir private Path directory;

  /** An order as it was put in. */
  private record Row(
      ListPlace place, String status, String reference, String customer, Set<String> facets) {}

  @ParameterizedTest
  @EnumSource
  void pagesHaveAllThatFitsInOrder(Vendor vendor) throws SQLException {
    Database database = filled(vendor);
    try (Connection connection = database.source().getConnection()) {
      List<Row> rows = rows(connection);
      for (Map.Entry<String, OrderFilter> one : Filters.all(MIDDLE).entrySet()) {
        List<String> wanted =
            rows.stream()
                .filter(row -> fits(row, one.getValue()))
                .sorted((a, b) -> a.place().compareTo(b.place()))
                .map(row -> row.place().orderId())
                .toList();
        for (int limit : new int[] {200, 31}) {
          assertThat(walk(connection, one.getValue(), limit))
              .as(one.getKey() + " by " + limit)
              .isEqualTo(wanted);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatComesInMeanwhileMovesNothing(Vendor vendor) throws SQLException {
    Database database = filled(vendor);
    OrderFilter filter = Filters.any().status(OrderStatus.DELIVERED).filter();
    try (Connection connection = database.source().getConnection()) {
      List<String> before = walk(connection, filter, 200);
      OrderPage first =
          OrderSearch.find(connection, 1, new OrderQuery("default", filter, 100, null));
      database.run(
          "INSERT INTO order_list (generation, merchant, order_id, version, status, reference,"
              + " customer_id, created_at, updated_at, summary) VALUES (1, 'default', 'ord_new', 1,"
              + " 'DELIVERED', 'r', 'c', 1800000000000000, 1, '{\"id\":\"ord_new\"}')");
      OrderPage second =
          OrderSearch.find(
              connection, 1, new OrderQuery("default", filter, 100, first.next().orElseThrow()));
      assertThat(ids(second)).isEqualTo(before.subList(100, 200));
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherMerchantsAndGenerationsAreNotThere(Vendor vendor) throws SQLException {
    Database database = filled(vendor);
    try (Connection connection = database.source().getConnection()) {
      OrderFilter all = OrderFilter.none();
      assertThat(OrderSearch.find(connection, 2, new OrderQuery("default", all, 10, null)).items())
          .isEmpty();
      assertThat(OrderSearch.find(connection, 1, new OrderQuery("other", all, 10, null)).items())
          .isEmpty();
    }
  }

  /** Both have more than a page goes through, and hardly anything has both. */
  @ParameterizedTest
  @EnumSource
  void aPageComesShortRatherThanLate(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    ManyOrders.into(database, 8 * RangeScan.WINDOW * RangeScan.WINDOWS_MAX);
    OrderFilter never = Filters.any().customer("cus_big").status(OrderStatus.CONFIRMED).filter();
    OrderFilter both = Filters.any().customer("cus_big").status(OrderStatus.DELIVERED).filter();
    try (Connection connection = database.source().getConnection()) {
      OrderPage first = OrderSearch.find(connection, 1, new OrderQuery("default", never, 10, null));
      assertThat(first.items()).isEmpty();
      assertThat(first.next()).isPresent();
      assertThat(walk(connection, never, 10)).isEmpty();
      assertThat(OrderSearch.find(connection, 1, new OrderQuery("default", both, 10, null)).items())
          .hasSize(10);
    }
  }

  private Database filled(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    ManyOrders.into(database, ORDERS);
    return database;
  }

  private static List<String> walk(Connection connection, OrderFilter filter, int limit)
      throws SQLException {
    List<String> all = new ArrayList<>();
    @Nullable ListPlace behind = null;
    do {
      OrderPage page =
          OrderSearch.find(connection, 1, new OrderQuery("default", filter, limit, behind));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(ids(page));
      behind = page.next().orElse(null);
    } while (behind != null);
    return all;
  }

  private static List<String> ids(OrderPage page) {
    return page.items().stream().map(item -> item.split("\"", -1)[3]).toList();
  }

  private static boolean fits(Row row, OrderFilter filter) {
    Instant at = Sql.instant(row.place().createdAt());
    return (filter.statuses().isEmpty()
            || filter.statuses().contains(OrderStatus.valueOf(row.status())))
        && Objects.requireNonNullElse(filter.reference(), row.reference()).equals(row.reference())
        && Objects.requireNonNullElse(filter.customerId(), row.customer()).equals(row.customer())
        && (filter.hold() == null || row.facets().contains("HOLD " + filter.hold()))
        && (filter.step() == null || row.facets().contains("STEP " + filter.step()))
        && (filter.partner() == null || row.facets().contains("PARTNER " + filter.partner()))
        && (filter.createdFrom() == null || !at.isBefore(filter.createdFrom()))
        && (filter.createdBefore() == null || at.isBefore(filter.createdBefore()));
  }

  private static List<Row> rows(Connection connection) throws SQLException {
    Map<String, Set<String>> facets = new java.util.HashMap<>();
    SqlText.of("SELECT order_id, facet, facet_value FROM order_facet")
        .query(
            connection,
            row ->
                facets
                    .computeIfAbsent(row.getString(1), any -> new HashSet<>())
                    .add(row.getString(2) + " " + row.getString(3)));
    return SqlText.of("SELECT created_at, order_id, status, reference, customer_id FROM order_list")
        .query(
            connection,
            row ->
                new Row(
                    new ListPlace(row.getLong(1), row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    facets.getOrDefault(row.getString(2), Set.of())));
  }
}
