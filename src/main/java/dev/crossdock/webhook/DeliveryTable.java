package dev.crossdock.webhook;

import dev.crossdock.view.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code webhook_delivery}, as those who deliver use it. */
final class DeliveryTable {
  private DeliveryTable() {}

  /** One to each endpoint that wants to hear of it and may, due at once. */
  static void insert(
      Connection connection,
      List<WebhookMessage> messages,
      Map<String, List<WebhookEndpoint>> endpoints)
      throws SQLException {
    String sql =
        "INSERT INTO webhook_delivery"
            + " (endpoint_id, message_id, created_at, state, attempts, tries, due_at)"
            + " VALUES (?, ?, ?, 'PENDING', 0, 0, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (WebhookMessage message : messages) {
        for (WebhookEndpoint endpoint : endpoints.getOrDefault(message.merchant(), List.of())) {
          if (endpoint.disabled() == null && endpoint.subscription().wants(message.type())) {
            statement.setString(1, endpoint.id());
            statement.setString(2, message.id());
            statement.setLong(3, Sql.micros(message.at()));
            statement.setLong(4, Sql.micros(message.at()));
            statement.addBatch();
          }
        }
      }
      statement.executeBatch();
    }
  }

  /** Endpoints of one of so many workers that have something due, and may be told. */
  static List<String> dueEndpoints(Connection connection, int worker, int workers, Instant now)
      throws SQLException {
    String sql =
        "SELECT e.endpoint_id FROM webhook_endpoint e WHERE MOD(e.slot, ?) = ? AND e.disabled_at IS"
            + " NULL AND (e.paused_until IS NULL OR e.paused_until <= ?) AND EXISTS (SELECT 1 FROM"
            + " webhook_delivery d WHERE d.endpoint_id = e.endpoint_id AND d.due_at <= ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, workers);
      statement.setInt(2, worker);
      statement.setLong(3, Sql.micros(now));
      statement.setLong(4, Sql.micros(now));
      List<String> ids = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
      return ids;
    }
  }

  /** What is due to an endpoint, longest due first, those under way left out. */
  static List<Delivery> due(
      Connection connection, String endpointId, Instant now, Collection<Long> underWay, int max)
      throws SQLException {
    String sql =
        "SELECT d.number, d.message_id, m.event_type, d.attempts, d.tries, m.payload FROM"
            + " webhook_delivery d JOIN webhook_message m ON m.message_id = d.message_id WHERE"
            + " d.endpoint_id = ? AND d.due_at <= ? ORDER BY d.endpoint_id, d.due_at, d.number"
            + " LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, endpointId);
      statement.setLong(2, Sql.micros(now));
      statement.setInt(3, max + underWay.size());
      List<Delivery> due = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next() && due.size() < max) {
          if (!underWay.contains(row.getLong(1))) {
            due.add(delivery(row));
          }
        }
      }
      return due;
    }
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getInt(5),
        row.getString(6));
  }

  /** How a delivery is after an attempt; false when somebody else has made that attempt. */
  static boolean attempted(
      Connection connection, Delivery delivery, DeliveryLog.State state, @Nullable Instant dueAt)
      throws SQLException {
    String sql =
        "UPDATE webhook_delivery SET state = ?, attempts = ?, tries = ?, due_at = ?"
            + " WHERE number = ? AND tries = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, state.name());
      statement.setInt(2, delivery.attempts() + 1);
      statement.setInt(3, delivery.tries() + 1);
      if (dueAt == null) {
        statement.setNull(4, Types.BIGINT);
      } else {
        statement.setLong(4, Sql.micros(dueAt));
      }
      statement.setLong(5, delivery.number());
      statement.setInt(6, delivery.tries());
      return statement.executeUpdate() > 0;
    }
  }
}
