package dev.crossdock.runtime;

import dev.crossdock.journal.EventHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import scala.concurrent.Future;
import slick.jdbc.JdbcBackend.JdbcDatabaseDef;

/** Reads an entity's last event, as far as the next one must know it. */
final class LastEventRead {
  private static final String LAST =
      "SELECT \"sequence_number\", "
          + EventHash.COLUMN
          + " FROM \"event_journal\" WHERE \"persistence_id\" = ?"
          + " ORDER BY \"sequence_number\" DESC FETCH FIRST 1 ROWS ONLY";

  private LastEventRead() {}

  static Future<LastEvents.Last> of(JdbcDatabaseDef database, String id) {
    return DirectReads.of(database, connection -> read(connection, id));
  }

  private static LastEvents.Last read(Connection connection, String id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LAST)) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return new LastEvents.Last(0, EventHash.none());
        }
        byte[] hash = row.getBytes(2);
        return new LastEvents.Last(row.getLong(1), hash == null ? EventHash.none() : hash);
      }
    }
  }
}
