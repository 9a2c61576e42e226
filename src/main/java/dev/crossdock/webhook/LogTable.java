package dev.crossdock.webhook;

import dev.crossdock.view.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table {@code webhook_delivery}, as those who look at it see it. */
final class LogTable {
  private LogTable() {}

  /** The newest first, those before that number. */
  static List<DeliveryLog> page(Connection connection, String endpointId, long before, int max)
      throws SQLException {
    String sql =
        "SELECT d.number, d.message_id, m.event_type, m.order_id, d.state, d.created_at, d.due_at"
            + " FROM webhook_delivery d JOIN webhook_message m ON m.message_id = d.message_id WHERE"
            + " d.endpoint_id = ? AND d.number < ? ORDER BY d.endpoint_id DESC, d.number DESC LIMIT"
            + " ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, endpointId);
      statement.setLong(2, before);
      statement.setInt(3, max);
      List<DeliveryLog> page = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          page.add(delivery(row));
        }
      }
      return withAttempts(connection, page);
    }
  }

  private static List<DeliveryLog> withAttempts(Connection connection, List<DeliveryLog> page)
      throws SQLException {
    Map<Long, List<DeliveryLog.Attempt>> attempts =
        AttemptTable.of(connection, page.stream().map(DeliveryLog::number).toList());
    return page.stream()
        .map(
            d ->
                new DeliveryLog(
                    d.number(),
                    d.messageId(),
                    d.eventType(),
                    d.orderId(),
                    d.state(),
                    d.createdAt(),
                    attempts.getOrDefault(d.number(), List.of()),
                    d.dueAt()))
        .toList();
  }

  private static DeliveryLog delivery(ResultSet row) throws SQLException {
    return new DeliveryLog(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        DeliveryLog.State.valueOf(row.getString(5)),
        Sql.instant(row.getLong(6)),
        List.of(),
        EndpointTable.moment(row, 7));
  }
}
