package dev.crossdock.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The nodes of a cluster that live, as each says of itself in the database, whose clock counts. All
 * nodes that could do harm reach it: so it knows of nodes that cannot reach each other.
 */
public final class Roster {
  /** A node signs more often than that, or is no longer taken for one that lives. */
  public static final Duration FRESH = Duration.ofSeconds(10);

  private static final int ANSWER_MILLIS_MAX = 5000;

  private final DataSource database;
  private final int schema;

  /**
   * @param database with the schema of {@link Migrations}
   * @param schema the newest version of it that this program knows
   */
  public Roster(DataSource database, int schema) {
    this.database = database;
    this.schema = schema;
  }

  /** Whoever waits longer for an answer had better begin anew. */
  private Connection connection() throws SQLException {
    Connection connection = database.getConnection();
    connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS_MAX);
    return connection;
  }

  /** A node says that it lives. */
  public void sign(String node) throws SQLException {
    try (Connection connection = connection()) {
      if (!update(connection, node)) {
        insert(connection, node);
      }
    }
  }

  /** A node has ended, and need not be waited for. */
  public void strike(String node) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement statement =
            connection.prepareStatement("DELETE FROM roster WHERE node = ?")) {
      statement.setString(1, node);
      statement.executeUpdate();
    }
  }

  /** Nodes that live, each with the version of the schema that its program knows. */
  public Map<String, Integer> living() throws SQLException {
    try (Connection connection = connection()) {
      return living(connection);
    }
  }

  static Map<String, Integer> living(Connection connection) throws SQLException {
    String sql =
        "SELECT node, schema_version FROM roster WHERE seen_at > CURRENT_TIMESTAMP - INTERVAL '"
            + FRESH.toSeconds()
            + "' SECOND";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      Map<String, Integer> living = new TreeMap<>();
      while (rows.next()) {
        living.put(rows.getString(1), rows.getInt(2));
      }
      return living;
    }
  }

  private boolean update(Connection connection, String node) throws SQLException {
    String sql = "UPDATE roster SET seen_at = CURRENT_TIMESTAMP, schema_version = ? WHERE node = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, schema);
      statement.setString(2, node);
      return statement.executeUpdate() > 0;
    }
  }

  private void insert(Connection connection, String node) throws SQLException {
    String sql =
        "INSERT INTO roster (seen_at, schema_version, node) VALUES (CURRENT_TIMESTAMP, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, schema);
      statement.setString(2, node);
      statement.executeUpdate();
    }
  }
}
