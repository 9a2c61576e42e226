package dev.crossdock.personal;

import dev.crossdock.trade.OrderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code personal_erasure}, and what an erasure does to {@code personal_key}. */
final class ErasureTable {
  private ErasureTable() {}

  /** Destroys the keys of these orders that are not destroyed yet; nothing brings them back. */
  static int destroy(Connection connection, String erasureId, Collection<OrderId> orders)
      throws SQLException {
    String sql =
        "UPDATE personal_key SET wrapped = NULL, erasure_id = ?"
            + " WHERE order_id = ANY(?) AND wrapped IS NOT NULL";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, erasureId);
      statement.setArray(
          2,
          connection.createArrayOf(
              "VARCHAR", orders.stream().map(OrderId::entityId).toArray(String[]::new)));
      return statement.executeUpdate();
    }
  }

  static void insert(
      Connection connection, String id, String merchant, String customer, Instant erasedAt)
      throws SQLException {
    String sql =
        "INSERT INTO personal_erasure (erasure_id, merchant, customer_id, erased_at)"
            + " VALUES (?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      statement.setString(2, merchant);
      statement.setString(3, customer);
      statement.setLong(4, ChronoUnit.MICROS.between(Instant.EPOCH, erasedAt));
      statement.executeUpdate();
    }
  }

  /** The customer's last one. */
  static Optional<Certificate> last(Connection connection, String merchant, String customer)
      throws SQLException {
    String sql =
        "SELECT erasure_id, erased_at FROM personal_erasure"
            + " WHERE merchant = ? AND customer_id = ? ORDER BY erased_at DESC, erasure_id LIMIT 1";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, merchant);
      statement.setString(2, customer);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String id = row.getString(1);
        Instant at = Instant.EPOCH.plus(row.getLong(2), ChronoUnit.MICROS);
        return Optional.of(
            new Certificate(
                id, merchant, customer, at, destroyed(connection, merchant, customer, id)));
      }
    }
  }

  private static List<Certificate.Destroyed> destroyed(
      Connection connection, String merchant, String customer, String erasureId)
      throws SQLException {
    String sql =
        "SELECT key_id, order_id FROM personal_key WHERE merchant = ? AND customer_id = ? AND"
            + " erasure_id = ? ORDER BY order_id, key_id";
    List<Certificate.Destroyed> keys = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, merchant);
      statement.setString(2, customer);
      statement.setString(3, erasureId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          keys.add(new Certificate.Destroyed(row.getString(1), OrderId.ofEntity(row.getString(2))));
        }
      }
    }
    return keys;
  }
}
