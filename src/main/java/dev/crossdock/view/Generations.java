package dev.crossdock.view;

import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code read_generation}, and all rows of a generation. */
final class Generations {
  private static final List<String> TABLES =
      List.of(
          "order_facet",
          "order_list",
          "shipment_list",
          "order_count",
          "order_minute",
          "partner_hour",
          "wake_at",
          "dead_letter",
          "read_sweep");

  private Generations() {}

  static List<Generation> all(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT generation, state, begun_at, live_at FROM read_generation"
                    + " ORDER BY generation");
        ResultSet row = statement.executeQuery()) {
      List<Generation> all = new ArrayList<>();
      while (row.next()) {
        long liveAt = row.getLong(4);
        Instant since = row.wasNull() ? null : Sql.instant(liveAt);
        all.add(
            new Generation(
                row.getInt(1),
                Generation.State.valueOf(row.getString(2)),
                Sql.instant(row.getLong(3)),
                since));
      }
      return all;
    }
  }

  static Optional<Generation> first(Connection connection, Generation.State state)
      throws SQLException {
    return all(connection).stream().filter(it -> it.state() == state).findFirst();
  }

  /** The generation that questions are answered from. */
  static int live(Connection connection) throws SQLException {
    return first(connection, Generation.State.LIVE).map(Generation::number).orElseThrow();
  }

  /** Begins the next generation, unless one is being built already. */
  static Generation build(Connection connection, Instant now) throws SQLException {
    Optional<Generation> building = first(connection, Generation.State.BUILDING);
    if (building.isPresent()) {
      return building.get();
    }
    int next = all(connection).getLast().number() + 1;
    Generation generation = new Generation(next, Generation.State.BUILDING, now, null);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO read_generation (generation, state, begun_at) VALUES (?, ?, ?)")) {
      statement.setInt(1, next);
      statement.setString(2, generation.state().name());
      statement.setLong(3, Sql.micros(now));
      statement.executeUpdate();
    }
    return generation;
  }

  /** From now on questions are answered from this one; the other's rows may go. */
  static void promote(Connection connection, int building, Instant now) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE read_generation SET state = CASE WHEN generation = ? THEN 'LIVE' ELSE 'OLD'"
                + " END, live_at = CASE WHEN generation = ? THEN ? ELSE live_at END WHERE"
                + " generation <= ?")) {
      statement.setInt(1, building);
      statement.setInt(2, building);
      statement.setLong(3, Sql.micros(now));
      statement.setInt(4, building);
      statement.executeUpdate();
    }
  }

  /**
   * Waits until nobody else writes to the generation, and keeps others waiting until the
   * transaction ends.
   *
   * @throws IllegalStateException when nobody is to write to it any more
   */
  static void lock(Connection connection, int generation) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT state FROM read_generation WHERE generation = ? FOR UPDATE")) {
      statement.setInt(1, generation);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || row.getString(1).equals(Generation.State.OLD.name())) {
          throw new IllegalStateException("generation " + generation + " is over");
        }
      }
    }
  }

  /**
   * Deletes some rows of a generation, and at last the generation itself.
   *
   * @return whether it is gone
   */
  static boolean clear(Connection connection, Vendor vendor, int generation, int rowsMax)
      throws SQLException {
    for (String table : TABLES) {
      String some =
          switch (vendor) {
            case H2 -> "DELETE FROM " + table + " WHERE generation = ? LIMIT ?";
            case POSTGRESQL ->
                "DELETE FROM "
                    + table
                    + " WHERE ctid = ANY(ARRAY(SELECT ctid FROM "
                    + table
                    + " WHERE generation = ? LIMIT ?))";
          };
      if (delete(connection, some, generation, rowsMax) > 0) {
        return false;
      }
    }
    Offsets.forget(connection, Generation.projection(generation));
    return delete(
            connection,
            "DELETE FROM read_generation WHERE generation = ? AND generation < ?",
            generation,
            Integer.MAX_VALUE)
        > 0;
  }

  private static int delete(Connection connection, String sql, int generation, int number)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      statement.setInt(2, number);
      return statement.executeUpdate();
    }
  }
}
