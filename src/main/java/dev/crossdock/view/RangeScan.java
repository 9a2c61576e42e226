package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a range of an index, newest first, and takes what fits: in windows, so that what
 * fits seldom costs no more than so many entries a page.
 */
final class RangeScan {
  /** Entries of the index that one statement goes through. */
  static final int WINDOW = 1000;

  /** Statements that look for one page. */
  static final int WINDOWS_MAX = 5;

  private final ListTables tables;
  private final OrderQuery query;
  private final IndexRange range;
  private final List<SqlText> besides;

  RangeScan(ListTables tables, OrderQuery query, IndexRange range, List<SqlText> besides) {
    this.tables = tables;
    this.query = query;
    this.range = range;
    this.besides = besides;
  }

  /** An order of the list. */
  record Found(ListPlace place, String summary) {}

  /**
   * What was found.
   *
   * @param seenTo how far was looked; absent: to the end
   */
  record Part(List<Found> found, @Nullable ListPlace seenTo) {}

  /** Up to so many orders. */
  Part find(Connection connection, int limit) throws SQLException {
    List<Found> found = new ArrayList<>();
    ListPlace behind = query.behind();
    for (int round = 0; round < WINDOWS_MAX; round++) {
      found.addAll(
          window(behind, limit - found.size())
              .query(
                  connection,
                  row ->
                      new Found(
                          new ListPlace(row.getLong(1), row.getString(2)), row.getString(3))));
      if (found.size() == limit) {
        return new Part(found, found.getLast().place());
      }
      behind = besides.isEmpty() ? null : endOfWindow(connection, behind);
      if (behind == null) {
        return new Part(found, null);
      }
    }
    return new Part(found, behind);
  }

  /** How many entries it has, counted up to a window; in order, so that it is by the index. */
  int size(Connection connection) throws SQLException {
    return SqlText.of("SELECT COUNT(*) FROM (SELECT 1 FROM " + range.table() + " WHERE ")
        .then(range.where(tables, query, query.behind()))
        .then(range.newestFirst() + " LIMIT " + WINDOW + ") counted")
        .query(connection, row -> row.getInt(1))
        .getFirst();
  }

  SqlText window(@Nullable ListPlace behind, int limit) {
    boolean ofList = range.table().equals(IndexRange.LIST);
    String columns = ofList ? "*" : "generation, merchant, created_at, order_id";
    SqlText window =
        SqlText.of("SELECT " + columns + " FROM " + range.table() + " WHERE ")
            .then(range.where(tables, query, behind))
            .then(range.newestFirst() + " LIMIT " + (besides.isEmpty() ? limit : WINDOW));
    SqlText orders = ofList ? window : listed(window);
    SqlText fitting =
        SqlText.of("SELECT o.created_at, o.order_id, o.summary FROM (").then(orders).then(") o");
    return (besides.isEmpty() ? fitting : fitting.then(" WHERE ").then(SqlText.and(besides)))
        .then(range.newestFirst("o") + " LIMIT " + limit);
  }

  /** The offset keeps what is asked besides out of it: an order is to be found by its key alone. */
  private SqlText listed(SqlText window) {
    return SqlText.of(
            "SELECT f.created_at, f.order_id, l.status, l.reference,"
                + " l.customer_id, l.summary FROM (")
        .then(window)
        .then(
            ") f JOIN order_list l ON l.generation = f.generation AND l.merchant = f.merchant"
                + " AND l.order_id = f.order_id"
                + range.newestFirst("f")
                + " OFFSET 0 ROWS");
  }

  private @Nullable ListPlace endOfWindow(Connection connection, @Nullable ListPlace behind)
      throws SQLException {
    List<ListPlace> last =
        SqlText.of("SELECT created_at, order_id FROM " + range.table() + " WHERE ")
            .then(range.where(tables, query, behind))
            .then(range.newestFirst() + " LIMIT 1 OFFSET " + (WINDOW - 1))
            .query(connection, row -> new ListPlace(row.getLong(1), row.getString(2)));
    return last.isEmpty() ? null : last.getFirst();
  }
}
