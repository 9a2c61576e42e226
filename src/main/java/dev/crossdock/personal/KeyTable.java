package dev.crossdock.personal;

import dev.crossdock.trade.OrderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code personal_key}. */
final class KeyTable {
  private static final String SELECT =
      "SELECT key_id, order_id, customer_id, master, wrapped FROM personal_key WHERE ";

  private KeyTable() {}

  static void insert(Connection connection, Collection<KeyRow> rows, long createdAt)
      throws SQLException {
    String sql =
        "INSERT INTO personal_key"
            + " (key_id, order_id, merchant, customer_id, created_at, master, wrapped)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (KeyRow row : rows) {
        statement.setString(1, row.key());
        statement.setString(2, row.order().entityId());
        statement.setString(3, row.order().merchant());
        statement.setString(4, row.customer());
        statement.setLong(5, createdAt);
        statement.setString(6, row.master());
        statement.setBytes(7, row.wrapped());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Those of these keys that are stored. */
  static List<KeyRow> named(Connection connection, Collection<String> keys) throws SQLException {
    return of(connection, SELECT + "key_id = ANY(?)", keys);
  }

  static List<KeyRow> of(Connection connection, Collection<OrderId> orders) throws SQLException {
    return of(
        connection,
        SELECT + "order_id = ANY(?) ORDER BY created_at, key_id",
        orders.stream().map(OrderId::entityId).toList());
  }

  private static List<KeyRow> of(Connection connection, String sql, Collection<String> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("VARCHAR", ids.toArray()));
      return rows(statement);
    }
  }

  /** The keys of that order and of those behind it, so many and perhaps a part of one order's. */
  static List<KeyRow> from(Connection connection, OrderId order, int rowsMax) throws SQLException {
    String sql = SELECT + "order_id >= ? ORDER BY order_id, created_at, key_id LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, order.entityId());
      statement.setInt(2, rowsMax);
      return rows(statement);
    }
  }

  static List<KeyRow> ofCustomer(Connection connection, String merchant, String customer)
      throws SQLException {
    String sql = SELECT + "merchant = ? AND customer_id = ? ORDER BY order_id, key_id";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, merchant);
      statement.setString(2, customer);
      return rows(statement);
    }
  }

  /** The next keys behind that one which another master wraps. */
  static List<KeyRow> notWrappedWith(
      Connection connection, String master, String behind, int rowsMax) throws SQLException {
    String sql =
        SELECT + "key_id > ? AND master <> ? AND wrapped IS NOT NULL ORDER BY key_id LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, behind);
      statement.setString(2, master);
      statement.setInt(3, rowsMax);
      return rows(statement);
    }
  }

  /** A master that keys are wrapped with, and that is none of these. */
  static Optional<String> otherMaster(Connection connection, Collection<String> known)
      throws SQLException {
    String sql =
        "SELECT master FROM personal_key WHERE wrapped IS NOT NULL AND NOT (master = ANY(?))"
            + " LIMIT 1";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("VARCHAR", known.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** Wraps keys anew, unless somebody else has, or they are destroyed by now. */
  static void rewrap(Connection connection, Collection<KeyRow> rows) throws SQLException {
    String sql =
        "UPDATE personal_key SET master = ?, wrapped = ?"
            + " WHERE key_id = ? AND master <> ? AND wrapped IS NOT NULL";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (KeyRow row : rows) {
        statement.setString(1, row.master());
        statement.setBytes(2, row.wrapped());
        statement.setString(3, row.key());
        statement.setString(4, row.master());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static List<KeyRow> rows(PreparedStatement statement) throws SQLException {
    List<KeyRow> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(
            new KeyRow(
                row.getString(1),
                OrderId.ofEntity(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getBytes(5)));
      }
    }
    return rows;
  }
}
