package dev.crossdock.view;

import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** How far the rows of orders and shipments are; who has no row is left out. */
final class Versions {
  private static final String KEYS =
      " FROM UNNEST(CAST(? AS VARCHAR(40) ARRAY), CAST(? AS VARCHAR(110) ARRAY))"
          + " AS k(merchant, id)";
  private static final String ORDERS =
      "SELECT v.merchant, v.order_id, v.version"
          + KEYS
          + " JOIN order_list v"
          + " ON v.merchant = k.merchant AND v.order_id = k.id AND v.generation = ?";
  private static final String SHIPMENTS =
      "SELECT v.merchant, v.shipment_id, v.version"
          + KEYS
          + " JOIN shipment_list v"
          + " ON v.merchant = k.merchant AND v.shipment_id = k.id AND v.generation = ?";

  private Versions() {}

  static Map<OrderId, Long> orders(Connection connection, int generation, Collection<OrderId> ids)
      throws SQLException {
    return select(
        connection,
        ORDERS,
        generation,
        ids.stream().map(OrderId::merchant).toList(),
        ids.stream().map(OrderId::value).toList(),
        OrderId::new);
  }

  static Map<ShipmentId, Long> shipments(
      Connection connection, int generation, Collection<ShipmentId> ids) throws SQLException {
    return select(
        connection,
        SHIPMENTS,
        generation,
        ids.stream().map(ShipmentId::merchant).toList(),
        ids.stream().map(ShipmentId::value).toList(),
        ShipmentId::new);
  }

  private static <K> Map<K, Long> select(
      Connection connection,
      String sql,
      int generation,
      List<String> merchants,
      List<String> values,
      BiFunction<String, String, K> id)
      throws SQLException {
    Map<K, Long> versions = new HashMap<>();
    if (values.isEmpty()) {
      return versions;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, Sql.texts(connection, merchants));
      statement.setArray(2, Sql.texts(connection, values));
      statement.setInt(3, generation);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions.put(id.apply(row.getString(1), row.getString(2)), row.getLong(3));
        }
      }
    }
    return versions;
  }
}
