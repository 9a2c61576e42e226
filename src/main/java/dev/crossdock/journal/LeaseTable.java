package dev.crossdock.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** What one owner at a time may have, by the clock of the database. */
public final class LeaseTable {
  /** An owner that has not given it back by then has died with it. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource database;

  /**
   * @param database with the schema of {@link Migrations}
   */
  public LeaseTable(DataSource database) {
    this.database = database;
  }

  /** Whether the owner has it now, by taking it or because it had it. */
  public boolean take(String name, String owner) throws SQLException {
    String sql =
        "UPDATE lease SET owner = ?, taken_at = CURRENT_TIMESTAMP WHERE name = ? AND (owner = ?"
            + " OR taken_at < CURRENT_TIMESTAMP - INTERVAL '"
            + LONGEST.toSeconds()
            + "' SECOND)";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, owner);
      statement.setString(2, name);
      statement.setString(3, owner);
      return statement.executeUpdate() > 0 || insert(connection, name, owner);
    }
  }

  private static boolean insert(Connection connection, String name, String owner)
      throws SQLException {
    String sql = "INSERT INTO lease (name, owner, taken_at) VALUES (?, ?, CURRENT_TIMESTAMP)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setString(2, owner);
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /** Gives it back, if the owner has it. */
  public void giveBack(String name, String owner) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("DELETE FROM lease WHERE name = ? AND owner = ?")) {
      statement.setString(1, name);
      statement.setString(2, owner);
      statement.executeUpdate();
    }
  }
}
