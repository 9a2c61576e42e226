package dev.crossdock.webhook;

import dev.crossdock.view.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table {@code webhook_message}. */
final class MessageTable {
  private MessageTable() {}

  /** Those of the ids that are stored. */
  static Set<String> known(Connection connection, Collection<String> ids) throws SQLException {
    String sql = "SELECT message_id FROM webhook_message WHERE message_id = ANY(?)";
    Set<String> known = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, Sql.texts(connection, ids));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known.add(row.getString(1));
        }
      }
    }
    return known;
  }

  static void insert(Connection connection, List<WebhookMessage> messages) throws SQLException {
    String sql =
        "INSERT INTO webhook_message"
            + " (message_id, merchant, event_type, order_id, created_at, payload)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (WebhookMessage message : messages) {
        statement.setString(1, message.id());
        statement.setString(2, message.merchant());
        statement.setString(3, message.type().label());
        statement.setString(4, message.orderId());
        statement.setLong(5, Sql.micros(message.at()));
        statement.setString(6, message.payload());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
