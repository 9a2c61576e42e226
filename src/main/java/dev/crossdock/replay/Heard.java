package dev.crossdock.replay;

import dev.crossdock.order.Order;
import dev.crossdock.view.Change;
import dev.crossdock.view.Fold;
import dev.crossdock.view.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Proves that what orders have heard of their shipments is in the journals of these. */
record Heard(Findings findings) {
  private static final String LAST =
      "SELECT \"persistence_id\", MAX(\"sequence_number\") FROM \"event_journal\""
          + " WHERE \"persistence_id\" = ANY(?) GROUP BY \"persistence_id\"";

  void check(Connection connection, Collection<Change> orders) throws SQLException {
    Map<String, Long> heard = new HashMap<>();
    for (Change change : orders) {
      if (change instanceof Change.OfOrder of && of.after() instanceof Order order) {
        order.consignments().stream()
            .map(consignment -> consignment.summary())
            .filter(summary -> summary.version() > 0)
            .forEach(it -> heard.put(Fold.SHIPMENTS + it.id().entityId(), it.version()));
      }
    }
    if (heard.isEmpty()) {
      return;
    }
    Map<String, Long> stored = stored(connection, heard.keySet());
    heard.forEach(
        (id, version) -> {
          long last = stored.getOrDefault(id, 0L);
          if (last < version) {
            String detail = "its order has heard of version " + version + ", it is at " + last;
            findings.fault(new Fault(FaultKind.LOST, id, last, detail));
          }
        });
  }

  private static Map<String, Long> stored(Connection connection, Collection<String> ids)
      throws SQLException {
    Map<String, Long> stored = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(LAST)) {
      statement.setArray(1, Sql.texts(connection, ids));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          stored.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return stored;
  }
}
