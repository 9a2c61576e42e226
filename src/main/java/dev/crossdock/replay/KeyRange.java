package dev.crossdock.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A part of the journal: all events of the entities whose ids are in between.
 *
 * @param after the id before the first, which is not in it
 * @param last the last id; absent: up to the end
 */
record KeyRange(String after, @Nullable String last) {
  private static final int FETCHED = 1000;
  private static final String AFTER = "\"persistence_id\" > ?";
  private static final String UP_TO = " AND \"persistence_id\" <= ?";
  private static final String IN_ORDER = " ORDER BY \"persistence_id\", \"sequence_number\"";

  /** Takes one row after the other. */
  interface Rows {
    void take(StoredEvent event) throws SQLException;
  }

  /** All of it, each entity's events in sequence. */
  void read(Connection connection, Columns columns, Rows rows) throws SQLException {
    try (PreparedStatement statement = prepare(connection, columns.select(), IN_ORDER);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.take(columns.event(row));
      }
    }
  }

  /** A question about a table that has the same ids. */
  @SuppressWarnings("resource") // whoever asks closes it
  PreparedStatement prepare(Connection connection, String select, String order)
      throws SQLException {
    String sql = select + AFTER + (last == null ? "" : UP_TO) + order;
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setFetchSize(FETCHED);
    statement.setString(1, after);
    if (last != null) {
      statement.setString(2, last);
    }
    return statement;
  }
}
