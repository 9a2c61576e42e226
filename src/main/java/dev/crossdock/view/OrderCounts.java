package dev.crossdock.view;

import dev.crossdock.order.OrderStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table {@code order_count}: told from the rows that are there, so that it agrees with them.
 */
final class OrderCounts {
  private static final String UPDATE =
      "UPDATE order_count SET orders = orders + ?"
          + " WHERE generation = ? AND merchant = ? AND status = ?";
  private static final String INSERT =
      "INSERT INTO order_count (orders, generation, merchant, status) VALUES (?, ?, ?, ?)";

  private final int generation;

  OrderCounts(int generation) {
    this.generation = generation;
  }

  void write(Connection connection, List<Moved> moved) throws SQLException {
    Map<String, Map<OrderStatus, Long>> changes = new TreeMap<>();
    for (Moved one : moved) {
      Map<OrderStatus, Long> ofMerchant =
          changes.computeIfAbsent(one.now().last().id().merchant(), any -> new TreeMap<>());
      ofMerchant.merge(one.now().status(), 1L, Long::sum);
      if (one.was() != null) {
        ofMerchant.merge(one.was().status(), -1L, Long::sum);
      }
    }
    for (var ofMerchant : changes.entrySet()) {
      for (var change : ofMerchant.getValue().entrySet()) {
        if (change.getValue() != 0 && write(connection, UPDATE, ofMerchant.getKey(), change) == 0) {
          write(connection, INSERT, ofMerchant.getKey(), change);
        }
      }
    }
  }

  private int write(
      Connection connection, String sql, String merchant, Map.Entry<OrderStatus, Long> change)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, change.getValue());
      statement.setInt(2, generation);
      statement.setString(3, merchant);
      statement.setString(4, change.getKey().name());
      return statement.executeUpdate();
    }
  }
}
