package dev.crossdock.webhook;

import dev.crossdock.view.Sql;
import dev.crossdock.webhook.DeliveryLog.Attempt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code webhook_attempt}: the last attempts of each delivery. */
final class AttemptTable {
  private static final int KEPT_MAX = 20;

  private AttemptTable() {}

  static void insert(Connection connection, long delivery, Attempt attempt) throws SQLException {
    String sql =
        "INSERT INTO webhook_attempt"
            + " (delivery, try_number, attempted_at, took_millis, status_code, error)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, delivery);
      statement.setInt(2, attempt.number());
      statement.setLong(3, Sql.micros(attempt.at()));
      statement.setLong(4, attempt.tookMillis());
      if (attempt.statusCode() == null) {
        statement.setNull(5, Types.INTEGER);
      } else {
        statement.setInt(5, attempt.statusCode());
      }
      statement.setString(6, attempt.error());
      statement.executeUpdate();
    }
    if (attempt.number() > KEPT_MAX) {
      forget(connection, delivery, attempt.number() - KEPT_MAX);
    }
  }

  private static void forget(Connection connection, long delivery, int upTo) throws SQLException {
    String sql = "DELETE FROM webhook_attempt WHERE delivery = ? AND try_number <= ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, delivery);
      statement.setInt(2, upTo);
      statement.executeUpdate();
    }
  }

  /** By delivery, the oldest first. */
  static Map<Long, List<Attempt>> of(Connection connection, Collection<Long> deliveries)
      throws SQLException {
    String sql =
        "SELECT delivery, try_number, attempted_at, took_millis, status_code, error"
            + " FROM webhook_attempt WHERE delivery = ANY(?) ORDER BY delivery, try_number";
    Map<Long, List<Attempt>> attempts = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("BIGINT", deliveries.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          attempts.computeIfAbsent(row.getLong(1), any -> new ArrayList<>()).add(attempt(row));
        }
      }
    }
    return attempts;
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    int code = row.getInt(5);
    Integer statusCode = row.wasNull() ? null : (Integer) code;
    return new Attempt(
        row.getInt(2), Sql.instant(row.getLong(3)), row.getLong(4), statusCode, row.getString(6));
  }
}
