package dev.crossdock.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far the projections are, as Pekko Projection stores it. */
final class Offsets {
  private Offsets() {}

  /** The place in the journal up to which the projection has taken everything over. */
  static JournalPosition of(Connection connection, String projection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT current_offset FROM pekko_projection_offset_store"
                + " WHERE projection_name = ?")) {
      statement.setString(1, projection);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? JournalPosition.of(row.getString(1)) : JournalPosition.START;
      }
    }
  }

  static void forget(Connection connection, String projection) throws SQLException {
    for (String table :
        new String[] {"pekko_projection_offset_store", "pekko_projection_management"}) {
      try (PreparedStatement statement =
          connection.prepareStatement("DELETE FROM " + table + " WHERE projection_name = ?")) {
        statement.setString(1, projection);
        statement.executeUpdate();
      }
    }
  }
}
