package dev.crossdock.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the table {@code wake_at} of one generation. */
final class WakeRows {
  static final String COLUMNS =
      "persistence_id, version, in_flight, owed, moved_at, next_at, woken";
  private static final String SELECT =
      "SELECT " + COLUMNS + " FROM wake_at WHERE generation = ? AND persistence_id = ANY(?)";
  private static final String INSERT =
      "INSERT INTO wake_at (version, due_at, in_flight, owed, moved_at, next_at, woken, slice,"
          + " generation, persistence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE wake_at SET version = ?, due_at = ?, in_flight = ?, owed = ?, moved_at = ?,"
          + " next_at = ?, woken = ?, slice = ? WHERE generation = ? AND persistence_id = ?";
  private static final String DELETE =
      "DELETE FROM wake_at WHERE generation = ? AND persistence_id = ?";

  private final int generation;

  WakeRows(int generation) {
    this.generation = generation;
  }

  /** A row together with when it is due. */
  record Due(WakeRow row, long dueAt) {
    static Due first(WakeRow row, Duration patience) {
      return new Due(row, row.dueAt(patience));
    }
  }

  Map<String, WakeRow> rows(Connection connection, Collection<String> persistenceIds)
      throws SQLException {
    Map<String, WakeRow> rows = new HashMap<>();
    if (persistenceIds.isEmpty()) {
      return rows;
    }
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setInt(1, generation);
      statement.setArray(2, Sql.texts(connection, persistenceIds));
      read(statement).forEach(row -> rows.put(row.persistenceId(), row));
    }
    return rows;
  }

  static List<WakeRow> read(PreparedStatement statement) throws SQLException {
    List<WakeRow> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(
            new WakeRow(
                row.getString(1),
                row.getLong(2),
                row.getBoolean(3),
                row.getInt(4),
                row.getLong(5),
                row.getLong(6),
                row.getInt(7)));
      }
    }
    return rows;
  }

  void insert(Connection connection, List<Due> rows) throws SQLException {
    write(connection, INSERT, rows);
  }

  void update(Connection connection, List<Due> rows) throws SQLException {
    write(connection, UPDATE, rows);
  }

  void delete(Connection connection, List<String> persistenceIds) throws SQLException {
    if (persistenceIds.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      for (String id : persistenceIds) {
        statement.setInt(1, generation);
        statement.setString(2, id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void write(Connection connection, String sql, List<Due> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Due due : rows) {
        WakeRow row = due.row();
        statement.setLong(1, row.version());
        statement.setLong(2, due.dueAt());
        statement.setBoolean(3, row.inFlight());
        statement.setInt(4, row.owed());
        statement.setLong(5, row.movedAt());
        statement.setLong(6, row.nextAt());
        statement.setInt(7, row.woken());
        statement.setInt(8, row.slice());
        statement.setInt(9, generation);
        statement.setString(10, row.persistenceId());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
