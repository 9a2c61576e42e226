package dev.crossdock.view;

import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rows say, against what they should say by the journal. */
record RowContents(Connection connection, Generation generation) {
  private static final String KEYS =
      " FROM UNNEST(CAST(? AS VARCHAR(40) ARRAY), CAST(? AS VARCHAR(110) ARRAY))"
          + " AS k(merchant, id) JOIN ";
  private static final String ORDERS =
      "SELECT v.merchant, v.order_id, v.status, v.reference, v.customer_id, v.created_at,"
          + " v.updated_at"
          + KEYS
          + "order_list v ON v.merchant = k.merchant AND v.order_id = k.id AND v.generation = ?";
  private static final String SHIPMENTS =
      "SELECT v.merchant, v.shipment_id, v.status, v.order_id, v.tracking_code,"
          + " v.tracking_status, v.updated_at"
          + KEYS
          + "shipment_list v"
          + " ON v.merchant = k.merchant AND v.shipment_id = k.id AND v.generation = ?";
  private static final String FACETS =
      "SELECT v.merchant, v.order_id, v.facet, v.facet_value"
          + KEYS
          + "order_facet v ON v.merchant = k.merchant AND v.order_id = k.id AND v.generation = ?"
          + " WHERE v.facet <> 'PARTNER'";

  /** What is wrong with rows of orders that are of the right version. */
  Map<OrderId, String> orders(Map<OrderId, Change.OfOrder> last) throws SQLException {
    Map<OrderId, List<String>> rows = new HashMap<>();
    List<String> merchants = last.keySet().stream().map(OrderId::merchant).toList();
    List<String> ids = last.keySet().stream().map(OrderId::value).toList();
    select(ORDERS, merchants, ids, (id, texts) -> rows.put(new OrderId(id[0], id[1]), texts));
    Map<OrderId, Set<String>> facets = new HashMap<>();
    select(
        FACETS,
        merchants,
        ids,
        (id, texts) ->
            facets
                .computeIfAbsent(new OrderId(id[0], id[1]), any -> new TreeSet<>())
                .add(String.join(" ", texts)));
    Map<OrderId, String> faults = new HashMap<>();
    last.forEach(
        (id, change) -> {
          OrderRow row = OrderRow.of(change, kind -> kind.label());
          compare(id, rows.get(id), texts(row), faults);
          compare(
              id, List.copyOf(facets.getOrDefault(id, Set.of())), List.copyOf(facets(row)), faults);
        });
    return faults;
  }

  /** What is wrong with rows of shipments that are of the right version. */
  Map<ShipmentId, String> shipments(Map<ShipmentId, Change.OfShipment> last) throws SQLException {
    Map<ShipmentId, List<String>> rows = new HashMap<>();
    select(
        SHIPMENTS,
        last.keySet().stream().map(ShipmentId::merchant).toList(),
        last.keySet().stream().map(ShipmentId::value).toList(),
        (id, texts) -> rows.put(new ShipmentId(id[0], id[1]), texts));
    Map<ShipmentId, String> faults = new HashMap<>();
    last.forEach((id, change) -> compare(id, rows.get(id), texts(change), faults));
    return faults;
  }

  private static <K> void compare(
      K id, @Nullable List<String> row, List<String> journal, Map<K, String> faults) {
    if (!journal.equals(row)) {
      faults.put(id, "its row says " + row + " instead of " + journal);
    }
  }

  private static List<String> texts(OrderRow row) {
    return List.of(
        row.status().name(),
        row.reference(),
        row.customerId(),
        Long.toString(Sql.micros(row.createdAt())),
        Long.toString(Sql.micros(row.updatedAt())));
  }

  /** Whom it waits for is left out: that depends on how partners are called. */
  private static Set<String> facets(OrderRow row) {
    return row.facets().stream()
        .filter(facet -> !facet.facet().equals("PARTNER"))
        .map(facet -> facet.facet() + " " + facet.value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> texts(Change.OfShipment change) {
    return switch (change.after()) {
      case Shipment s -> texts(s, s.status(), Sql.micros(s.updatedAt()));
      case ShipmentState.Quarantined q -> {
        long at = Sql.micros(change.storedAt());
        Shipment known = q.lastKnown();
        yield known == null
            ? List.of("QUARANTINED", "", "", "UNKNOWN", Long.toString(at))
            : texts(known, ShipmentStatus.QUARANTINED, at);
      }
      case ShipmentState.None none -> List.of();
    };
  }

  private static List<String> texts(Shipment shipment, ShipmentStatus status, long updatedAt) {
    return List.of(
        status.name(),
        shipment.plan().orderId().value(),
        Objects.requireNonNullElse(shipment.trackingCode(), ""),
        shipment.tracking().status().name(),
        Long.toString(updatedAt));
  }

  private void select(
      String sql,
      Collection<String> merchants,
      Collection<String> ids,
      BiConsumer<String[], List<String>> row)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, Sql.texts(connection, merchants));
      statement.setArray(2, Sql.texts(connection, ids));
      boolean isOfShipments = sql.equals(SHIPMENTS);
      statement.setInt(3, generation.numberOf(isOfShipments ? Part.SHIPMENTS : Part.ORDERS));
      try (ResultSet found = statement.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          List<String> texts = new ArrayList<>();
          for (int i = 3; i <= columns; i++) {
            texts.add(Objects.requireNonNullElse(found.getString(i), ""));
          }
          row.accept(new String[] {found.getString(1), found.getString(2)}, texts);
        }
      }
    }
  }
}
