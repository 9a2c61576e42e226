package dev.crossdock.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the journal into parts of about as many events, no entity in two of them. For any number of
 * threads.
 */
final class KeyRanges {
  private static final int EVENTS_EACH = 5_000;
  private static final String BOUNDARY =
      "SELECT \"persistence_id\" FROM \"event_journal\" WHERE \"persistence_id\" > ?"
          + " ORDER BY \"persistence_id\", \"sequence_number\" OFFSET ? ROWS"
          + " FETCH NEXT 1 ROWS ONLY";

  private @Nullable String at = "";

  /** The next part; empty behind the last. */
  synchronized Optional<KeyRange> next(Connection connection) throws SQLException {
    String after = at;
    if (after == null) {
      return Optional.empty();
    }
    try (PreparedStatement statement = connection.prepareStatement(BOUNDARY)) {
      statement.setString(1, after);
      statement.setInt(2, EVENTS_EACH);
      try (ResultSet row = statement.executeQuery()) {
        at = row.next() ? row.getString(1) : null;
      }
    }
    return Optional.of(new KeyRange(after, at));
  }
}
