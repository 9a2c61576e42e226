package dev.crossdock.webhook;

import dev.crossdock.view.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is done to all of the tables together. */
final class Upkeep {
  private static final int COUNTED_MAX = 100_000;

  private static final String OLD_DELIVERIES =
      "DELETE FROM webhook_delivery WHERE number IN (SELECT number FROM webhook_delivery"
          + " WHERE created_at < ? ORDER BY created_at LIMIT ?)";
  private static final String OLD_MESSAGES =
      "DELETE FROM webhook_message WHERE number IN (SELECT number FROM webhook_message"
          + " WHERE created_at < ? ORDER BY created_at LIMIT ?)";

  private Upkeep() {}

  /**
   * What is due to endpoints that may be told.
   *
   * @param due counted up to 100 000
   * @param oldest since when the longest of them is
   */
  record Backlog(long due, Optional<Instant> oldest) {}

  static Backlog backlog(Connection connection, Instant now) throws SQLException {
    String sql =
        "SELECT COUNT(*), MIN(due_at) FROM (SELECT d.due_at FROM webhook_endpoint e"
            + " JOIN webhook_delivery d ON d.endpoint_id = e.endpoint_id"
            + " WHERE e.disabled_at IS NULL AND d.due_at <= ? LIMIT ?) AS due";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, Sql.micros(now));
      statement.setInt(2, COUNTED_MAX);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Backlog(row.getLong(1), Optional.ofNullable(EndpointTable.moment(row, 2)));
      }
    }
  }

  /**
   * Deletes what happened before that moment; so goes what was for endpoints that are gone.
   *
   * @return rows of the table that most were deleted from
   */
  static int forget(Connection connection, Instant before, int rowsMax) throws SQLException {
    int most = 0;
    // Deliveries first: each needs its message.
    for (String sql : List.of(OLD_DELIVERIES, OLD_MESSAGES)) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setLong(1, Sql.micros(before));
        statement.setInt(2, rowsMax);
        most = Math.max(most, statement.executeUpdate());
      }
    }
    return most;
  }
}
