package dev.crossdock.view;

import dev.crossdock.order.OrderStatus;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.trade.OrderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The table {@code order_list}. */
final class OrderRows {
  private static final String SELECT =
      "SELECT o.merchant, o.order_id, o.version, o.status"
          + " FROM UNNEST(CAST(? AS VARCHAR(40) ARRAY), CAST(? AS VARCHAR(100) ARRAY))"
          + " AS k(merchant, order_id)"
          + " JOIN order_list o ON o.merchant = k.merchant AND o.order_id = k.order_id"
          + " AND o.generation = ?";
  private static final String INSERT =
      "INSERT INTO order_list (version, status, reference, customer_id, created_at, updated_at,"
          + " summary, generation, merchant, order_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE order_list SET version = ?, status = ?, reference = ?, customer_id = ?,"
          + " created_at = ?, updated_at = ?, summary = ?"
          + " WHERE generation = ? AND merchant = ? AND order_id = ?";

  private final int generation;
  private final Function<PartnerKind, String> names;

  OrderRows(int generation, Function<PartnerKind, String> names) {
    this.generation = generation;
    this.names = names;
  }

  /** What is stored of these orders; those that are not there are left out. */
  Map<OrderId, Moved.Stored> stored(Connection connection, Collection<OrderId> ids)
      throws SQLException {
    Map<OrderId, Moved.Stored> stored = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setArray(1, Sql.texts(connection, ids.stream().map(OrderId::merchant).toList()));
      statement.setArray(2, Sql.texts(connection, ids.stream().map(OrderId::value).toList()));
      statement.setInt(3, generation);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          stored.put(
              new OrderId(row.getString(1), row.getString(2)),
              new Moved.Stored(row.getLong(3), OrderStatus.valueOf(row.getString(4))));
        }
      }
    }
    return stored;
  }

  /** Inserts come as one statement of many rows; that is why they are apart from updates. */
  void write(Connection connection, List<Moved> moved) throws SQLException {
    write(connection, INSERT, moved.stream().filter(it -> it.was() == null).toList());
    write(connection, UPDATE, moved.stream().filter(it -> it.was() != null).toList());
  }

  private void write(Connection connection, String sql, List<Moved> moved) throws SQLException {
    if (moved.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Moved one : moved) {
        OrderRow row = one.now();
        statement.setLong(1, row.last().version());
        statement.setString(2, row.status().name());
        statement.setString(3, row.reference());
        statement.setString(4, row.customerId());
        statement.setLong(5, Sql.micros(row.createdAt()));
        statement.setLong(6, Sql.micros(row.updatedAt()));
        statement.setString(7, OrderSummary.of(row, names));
        statement.setInt(8, generation);
        statement.setString(9, row.last().id().merchant());
        statement.setString(10, row.last().id().value());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
