package dev.crossdock.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The table of what could not be taken over. */
final class DeadLetters {
  private static final int REASON_CHARACTERS_MAX = 4000;

  private DeadLetters() {}

  /** Puts one aside; a later failure of the same change takes the earlier one's place. */
  static void put(Connection connection, DeadLetter letter) throws SQLException {
    delete(connection, letter);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO dead_letter (projector, persistence_id, sequence_number, generation,"
                + " failed_at, reason) VALUES (?, ?, ?, ?, ?, ?)")) {
      key(statement, letter);
      statement.setLong(5, Sql.micros(letter.failedAt()));
      String reason = letter.reason().replace("\u0000", "");
      int end = Math.min(reason.length(), REASON_CHARACTERS_MAX);
      statement.setString(6, reason.substring(0, end));
      statement.executeUpdate();
    }
  }

  static void delete(Connection connection, DeadLetter letter) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM dead_letter WHERE projector = ? AND persistence_id = ?"
                + " AND sequence_number = ? AND generation = ?")) {
      key(statement, letter);
      statement.executeUpdate();
    }
  }

  /** The oldest, of generations that are in use or never rebuilt. */
  static List<DeadLetter> oldest(Connection connection, int lettersMax) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT projector, persistence_id, sequence_number, generation, failed_at, reason"
                + " FROM dead_letter ORDER BY failed_at, persistence_id, sequence_number,"
                + " projector LIMIT ?")) {
      statement.setInt(1, lettersMax);
      List<DeadLetter> letters = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          letters.add(letter(row));
        }
      }
      return letters;
    }
  }

  static long count(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT COUNT(*) FROM dead_letter")) {
      return Sql.one(statement);
    }
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getInt(4),
        Sql.instant(row.getLong(5)),
        row.getString(6));
  }

  private static void key(PreparedStatement statement, DeadLetter letter) throws SQLException {
    statement.setString(1, letter.projector());
    statement.setString(2, letter.persistenceId());
    statement.setLong(3, letter.sequenceNumber());
    statement.setInt(4, letter.generation());
  }
}
