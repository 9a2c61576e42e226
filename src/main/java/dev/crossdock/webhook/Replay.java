package dev.crossdock.webhook;

import dev.crossdock.view.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells an endpoint again what it was told, or should have been.
 *
 * @param which messages {@code m}, as SQL has it
 * @param arguments of that
 */
record Replay(String which, List<Object> arguments) {
  Replay {
    arguments = List.copyOf(arguments);
  }

  /** All since then that the endpoint is subscribed to. */
  static Replay since(WebhookEndpoint endpoint, Instant from) {
    List<Object> arguments = new ArrayList<>(List.of(endpoint.merchant(), Sql.micros(from)));
    String which = "m.merchant = ? AND m.created_at >= ?";
    if (endpoint.subscription().types().isEmpty()) {
      return new Replay(which, arguments);
    }
    List<String> labels = endpoint.subscription().labels();
    arguments.addAll(labels);
    String marks = String.join(", ", labels.stream().map(any -> "?").toList());
    return new Replay(which + " AND m.event_type IN (" + marks + ")", arguments);
  }

  /** One message, also if the endpoint is not subscribed to its type. */
  static Replay one(WebhookEndpoint endpoint, String messageId) {
    return new Replay(
        "m.merchant = ? AND m.message_id = ?", List.of(endpoint.merchant(), messageId));
  }

  /**
   * Makes them due. What is on its way already only becomes due earlier, so that it keeps its count
   * of attempts.
   *
   * @return how many messages these are
   */
  int begin(Connection connection, WebhookEndpoint endpoint, Instant now) throws SQLException {
    long due = Sql.micros(now);
    int begunAnew =
        run(
            connection,
            "UPDATE webhook_delivery SET due_at = ?,"
                + " attempts = CASE WHEN state = 'PENDING' THEN attempts ELSE 0 END,"
                + " state = 'PENDING' WHERE endpoint_id = ? AND message_id IN"
                + " (SELECT m.message_id FROM webhook_message m WHERE "
                + which
                + ")",
            List.of(due, endpoint.id()),
            List.of());
    int added =
        run(
            connection,
            "INSERT INTO webhook_delivery"
                + " (endpoint_id, message_id, created_at, state, attempts, tries, due_at)"
                + " SELECT CAST(? AS VARCHAR(40)), m.message_id, m.created_at, 'PENDING', 0, 0,"
                + " CAST(? AS BIGINT) FROM webhook_message m WHERE "
                + which
                + " AND NOT EXISTS (SELECT 1 FROM webhook_delivery d"
                + " WHERE d.endpoint_id = ? AND d.message_id = m.message_id) ORDER BY m.number",
            List.of(endpoint.id(), due),
            List.of(endpoint.id()));
    return begunAnew + added;
  }

  private int run(Connection connection, String sql, List<?> before, List<?> after)
      throws SQLException {
    List<Object> all = new ArrayList<>(before);
    all.addAll(arguments);
    all.addAll(after);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < all.size(); i++) {
        statement.setObject(i + 1, all.get(i));
      }
      return statement.executeUpdate();
    }
  }
}
