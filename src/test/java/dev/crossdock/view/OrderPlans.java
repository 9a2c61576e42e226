package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How the database goes about finding pages of orders. */
final class OrderPlans {
  private OrderPlans() {}

  /**
   * A statement that finds a page, or its part in one range.
   *
   * @param entries in the range, counted up to a window
   */
  record Page(SqlText statement, int entries) {}

  /** The statements that find the page, one for each range that it is found in. */
  static List<Page> pages(Connection connection, OrderQuery query) throws SQLException {
    OrderSearch search = new OrderSearch(ManyOrders.GENERATION, query);
    List<Page> pages = new ArrayList<>();
    for (IndexRange range : search.way(connection)) {
      RangeScan scan = search.scan(range);
      pages.add(new Page(scan.window(query.behind(), query.limit() + 1), scan.size(connection)));
    }
    return pages;
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
}
