package dev.crossdock.view;

import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tables {@code read_part} and {@code read_leftover}: where the rows of parts are, and were.
 */
final class Parts {
  private Parts() {}

  /** Of each generation the parts that are under another number than its own. */
  static Map<Integer, Map<Part, Integer>> moved(Connection connection) throws SQLException {
    Map<Integer, Map<Part, Integer>> moved = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT generation, projector, number FROM read_part");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Map<Part, Integer> of =
            moved.computeIfAbsent(row.getInt(1), any -> new EnumMap<>(Part.class));
        int number = row.getInt(3);
        Part.of(row.getString(2)).ifPresent(part -> of.put(part, number));
      }
    }
    return moved;
  }

  /** The highest number that any rows are under, apart from those of generations. */
  static int highest(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT GREATEST((SELECT COALESCE(MAX(number), 0) FROM read_part),"
                + " (SELECT COALESCE(MAX(number), 0) FROM read_leftover))")) {
      return (int) Sql.one(statement);
    }
  }

  /** From now on the part's rows of that generation are those under the number. */
  static void move(Connection connection, Generation of, Part part, int number, Instant now)
      throws SQLException {
    leave(connection, part, of.numberOf(part), now);
    forget(connection, of.number(), part);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO read_part (generation, projector, number) VALUES (?, ?, ?)")) {
      statement.setInt(1, of.number());
      statement.setString(2, part.label());
      statement.setInt(3, number);
      statement.executeUpdate();
    }
  }

  /** Nobody reads the generation any more: what it has under other numbers may go. */
  static void leaveAll(Connection connection, Generation of, Instant now) throws SQLException {
    for (Map.Entry<Part, Integer> moved : of.moved().entrySet()) {
      leave(connection, moved.getKey(), moved.getValue(), now);
      forget(connection, of.number(), moved.getKey());
    }
  }

  /** Nobody reads the rows of the part under that number any more. */
  static void leave(Connection connection, Part part, int number, Instant now) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO read_leftover (projector, number, left_at) VALUES (?, ?, ?)")) {
      statement.setString(1, part.label());
      statement.setInt(2, number);
      statement.setLong(3, Sql.micros(now));
      statement.executeUpdate();
    }
  }

  /**
   * Deletes some rows that were left before that time.
   *
   * @return whether there were any to delete, or to be done with
   */
  static boolean clear(Connection connection, Vendor vendor, Instant before, int rowsMax)
      throws SQLException {
    Optional<Leftover> oldest = oldest(connection, before);
    if (oldest.isEmpty()) {
      return false;
    }
    Leftover left = oldest.get();
    Optional<Part> part = Part.of(left.projector());
    if (part.isPresent()) {
      for (String table : part.get().tables()) {
        if (Generations.deleteSome(connection, vendor, table, left.number(), rowsMax) > 0) {
          return true;
        }
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM read_leftover WHERE projector = ? AND number = ?")) {
      statement.setString(1, left.projector());
      statement.setInt(2, left.number());
      statement.executeUpdate();
    }
    return true;
  }

  private record Leftover(String projector, int number) {}

  private static Optional<Leftover> oldest(Connection connection, Instant before)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT projector, number FROM read_leftover WHERE left_at < ?"
                + " ORDER BY left_at, projector, number LIMIT 1")) {
      statement.setLong(1, Sql.micros(before));
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Leftover(row.getString(1), row.getInt(2)))
            : Optional.empty();
      }
    }
  }

  private static void forget(Connection connection, int generation, Part part) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM read_part WHERE generation = ? AND projector = ?")) {
      statement.setInt(1, generation);
      statement.setString(2, part.label());
      statement.executeUpdate();
    }
  }
}
