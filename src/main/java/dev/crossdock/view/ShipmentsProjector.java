package dev.crossdock.view;

import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.Rate;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.ShipmentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the table {@code shipment_list}. Of several changes of one only the last is written. */
final class ShipmentsProjector implements Projector {
  private static final String INSERT =
      "INSERT INTO shipment_list (version, order_id, location, status, carrier, service,"
          + " tracking_code, tracking_status, created_at, updated_at,"
          + " generation, merchant, shipment_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE shipment_list SET version = ?, order_id = ?, location = ?, status = ?, carrier = ?,"
          + " service = ?, tracking_code = ?, tracking_status = ?, created_at = ?, updated_at = ?"
          + " WHERE generation = ? AND merchant = ? AND shipment_id = ?";

  private final int generation;

  ShipmentsProjector(int generation) {
    this.generation = generation;
  }

  @Override
  public String name() {
    return "shipments";
  }

  @Override
  public void apply(Connection connection, List<Change> changes) throws SQLException {
    Map<ShipmentId, Change.OfShipment> last = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.OfShipment of) {
        last.put(of.id(), of);
      }
    }
    if (last.isEmpty()) {
      return;
    }
    Map<ShipmentId, Long> known = Versions.shipments(connection, generation, last.keySet());
    try (PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (Change.OfShipment change : last.values()) {
        Long was = known.get(change.id());
        // What could not be read may be readable by now, without a new version.
        if (was == null || change.version() >= was) {
          add(was == null ? insert : update, change);
        }
      }
      insert.executeBatch();
      update.executeBatch();
    }
  }

  private void add(PreparedStatement statement, Change.OfShipment change) throws SQLException {
    statement.setLong(1, change.version());
    switch (change.after()) {
      case Shipment shipment -> set(statement, shipment, shipment.status(), shipment.updatedAt());
      case ShipmentState.Quarantined q -> quarantined(statement, q.lastKnown(), change.storedAt());
      case ShipmentState.None none -> throw new IllegalStateException("no shipment: " + change);
    }
    statement.setInt(11, generation);
    statement.setString(12, change.id().merchant());
    statement.setString(13, change.id().value());
    statement.addBatch();
  }

  private static void quarantined(PreparedStatement statement, @Nullable Shipment known, Instant at)
      throws SQLException {
    if (known != null) {
      set(statement, known, ShipmentStatus.QUARANTINED, at);
      return;
    }
    statement.setString(2, "");
    statement.setString(3, null);
    statement.setString(4, ShipmentStatus.QUARANTINED.name());
    statement.setString(5, null);
    statement.setString(6, null);
    statement.setString(7, null);
    statement.setString(8, TrackingStatus.UNKNOWN.name());
    statement.setLong(9, Sql.micros(at));
    statement.setLong(10, Sql.micros(at));
  }

  private static void set(
      PreparedStatement statement, Shipment shipment, ShipmentStatus status, Instant updatedAt)
      throws SQLException {
    Rate rate = shipment.candidate().orElse(null);
    statement.setString(2, shipment.plan().orderId().value());
    statement.setString(3, shipment.plan().from().code());
    statement.setString(4, status.name());
    statement.setString(5, rate == null ? null : rate.carrier());
    statement.setString(6, rate == null ? null : rate.service());
    statement.setString(7, shipment.trackingCode());
    statement.setString(8, shipment.tracking().status().name());
    statement.setLong(9, Sql.micros(shipment.opened().at()));
    statement.setLong(10, Sql.micros(updatedAt));
  }
}
