package dev.crossdock.view;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How the database goes about finding pages of orders. */
final class OrderPlans {
  private OrderPlans() {}

  /**
   * A statement that finds a page, or its part in one range.
   *
   * @param entries in the range, counted up to a window
   * @param index that the range is a part of; empty: the primary key
   */
  record Page(SqlText statement, int entries, String index) {}

  /** As the read side's own connections are. */
  static Connection connect(Database database) throws SQLException {
    Connection connection = database.source().getConnection();
    if (database.vendor() == Vendor.POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(ReadStore.SESSION);
      }
    }
    return connection;
  }

  /** The statements that find the page, one for each range that it is found in. */
  static List<Page> pages(Connection connection, OrderQuery query) throws SQLException {
    OrderSearch search = new OrderSearch(ListTables.on(connection, ManyOrders.GENERATION), query);
    List<Page> pages = new ArrayList<>();
    for (IndexRange range : search.way(connection)) {
      RangeScan scan = search.scan(range);
      pages.add(
          new Page(
              scan.window(query.behind(), query.limit() + 1), scan.size(connection), index(range)));
    }
    return pages;
  }

  private static String index(IndexRange range) {
    if (range.table().equals(IndexRange.FACETS)) {
      return "";
    }
    String column = range.equal().keySet().stream().findFirst().orElse("created");
    return "order_list_" + column.replace("_id", "");
  }

  /**
   * What the database says of it.
   *
   * @param how options of {@code EXPLAIN}, may be empty
   */
  static String plan(Connection connection, String how, SqlText statement) throws SQLException {
    return String.join(
        "\n",
        SqlText.of("EXPLAIN " + how + " ")
            .then(statement)
            .query(connection, row -> row.getString(1)));
  }

  /**
   * What the database says of a statement that it plans without knowing what is asked for: as it
   * does for those that are run often.
   *
   * @param query its parameters are all whole numbers
   */
  static String planOnceForAll(Connection connection, Vendor vendor, String query)
      throws SQLException {
    if (vendor == Vendor.H2) {
      return plan(connection, "", SqlText.of(query.replace("?", "0")));
    }
    int parameters = (int) query.chars().filter(c -> c == '?').count();
    String numbered = query;
    for (int i = 1; i <= parameters; i++) {
      numbered = numbered.replaceFirst("\\?", "\\$" + i);
    }
    String types = String.join(", ", Collections.nCopies(parameters, "bigint"));
    String values = String.join(", ", Collections.nCopies(parameters, "1"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE event_journal");
      statement.execute("SET plan_cache_mode = force_generic_plan");
      statement.execute("PREPARE planned (" + types + ") AS " + numbered);
      try {
        return plan(connection, "", SqlText.of("EXECUTE planned (" + values + ")"));
      } finally {
        statement.execute("DEALLOCATE planned");
        statement.execute("RESET plan_cache_mode");
      }
    }
  }
}
