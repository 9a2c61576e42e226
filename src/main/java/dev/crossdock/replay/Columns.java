package dev.crossdock.replay;

import dev.crossdock.journal.EventHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What is read of each event, in a journal of this program or of an older one.
 *
 * @param hasHashes whether events are chained by hashes in it
 * @param unchainedTo the last event in order of storing that may be without
 */
record Columns(boolean hasHashes, long unchainedTo) {
  /** Under this name the table {@code installation} has the number. */
  static final String UNCHAINED_TO = "unchained-to";

  private static final String SELECT =
      "SELECT \"persistence_id\", \"sequence_number\", \"write_timestamp\", \"event_ser_id\","
          + " \"deleted\", \"event_payload\", \"ordering\", ";
  private static final String MARK = "SELECT content FROM installation WHERE name = ?";

  static Columns of(Connection connection) throws SQLException {
    String column = EventHash.COLUMN.replace("\"", "");
    try (ResultSet found =
        connection.getMetaData().getColumns(null, null, "event_journal", column)) {
      return found.next() ? new Columns(true, mark(connection)) : new Columns(false, 0);
    }
  }

  private static long mark(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      statement.setString(1, UNCHAINED_TO);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Long.parseLong(row.getString(1)) : 0;
      }
    }
  }

  /** Everything up to the condition. */
  String select() {
    return SELECT
        + (hasHashes ? EventHash.COLUMN : "CAST(NULL AS VARCHAR(1))")
        + " FROM \"event_journal\" WHERE ";
  }

  /** The event of a row that was selected. */
  StoredEvent event(ResultSet row) throws SQLException {
    byte @Nullable [] hash = hasHashes ? row.getBytes(8) : null;
    return new StoredEvent(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getInt(4),
        row.getBoolean(5),
        row.getBytes(6),
        row.getLong(7),
        hash);
  }
}
