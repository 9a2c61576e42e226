package dev.crossdock.personal;

import dev.crossdock.trade.OrderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keys as they are stored, on their way from one database to another. */
public final class PortableKeys {
  private static final String SELECT =
      "SELECT k.key_id, k.order_id, k.customer_id, k.created_at, k.master, k.wrapped, k.erasure_id,"
          + " e.erased_at FROM personal_key k LEFT JOIN personal_erasure e"
          + " ON e.erasure_id = k.erasure_id WHERE ";

  private PortableKeys() {}

  /** Whether the database has a place for keys; one of an older program has none. */
  public static boolean areIn(Connection connection) throws SQLException {
    for (String table : List.of("personal_key", "PERSONAL_KEY")) {
      try (ResultSet found = connection.getMetaData().getTables(null, null, table, null)) {
        if (found.next()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The next ones behind that one, in the order of their names. */
  public static List<PortableKey> page(Connection connection, String behind, int keysMax)
      throws SQLException {
    String sql = SELECT + "k.key_id > ? ORDER BY k.key_id LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, behind);
      statement.setInt(2, keysMax);
      return keys(statement);
    }
  }

  /** All of these orders. */
  public static List<PortableKey> of(Connection connection, Collection<OrderId> orders)
      throws SQLException {
    String sql = SELECT + "k.order_id = ANY(?) ORDER BY k.key_id";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "VARCHAR", orders.stream().map(OrderId::entityId).toArray(String[]::new)));
      return keys(statement);
    }
  }

  /** Stores them, and that which destroyed some of them. */
  public static void store(Connection connection, Collection<PortableKey> keys)
      throws SQLException {
    String sql =
        "INSERT INTO personal_key (key_id, order_id, merchant, customer_id, created_at, master,"
            + " wrapped, erasure_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (PortableKey key : keys) {
        statement.setString(1, key.key());
        statement.setString(2, key.order().entityId());
        statement.setString(3, key.order().merchant());
        statement.setString(4, key.customer());
        statement.setLong(5, key.createdAt());
        statement.setString(6, key.master());
        statement.setBytes(7, key.wrapped());
        if (key.erasure() == null) {
          statement.setNull(8, Types.VARCHAR);
        } else {
          statement.setString(8, key.erasure());
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
    erasures(connection, keys);
  }

  private static void erasures(Connection connection, Collection<PortableKey> keys)
      throws SQLException {
    Set<String> known = new HashSet<>();
    for (PortableKey key : keys) {
      String erasure = key.erasure();
      Long erasedAt = key.erasedAt();
      if (erasure != null && erasedAt != null && known.add(erasure)) {
        Instant at = Instant.EPOCH.plus(erasedAt, ChronoUnit.MICROS);
        ErasureTable.insert(connection, erasure, key.order().merchant(), key.customer(), at);
      }
    }
  }

  private static List<PortableKey> keys(PreparedStatement statement) throws SQLException {
    List<PortableKey> keys = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        long erasedAt = row.getLong(8);
        boolean isErased = !row.wasNull();
        keys.add(
            new PortableKey(
                row.getString(1),
                OrderId.ofEntity(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getBytes(6),
                row.getString(7),
                isErased ? erasedAt : null));
      }
    }
    return keys;
  }
}
