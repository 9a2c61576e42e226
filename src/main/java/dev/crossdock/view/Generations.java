package dev.crossdock.view;

import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table {@code read_generation}, and all rows of a generation. */
final class Generations {
  /** What has rows of a generation beside its parts. */
  private static final List<String> BESIDES = List.of("dead_letter", "read_sweep");

  private Generations() {}

  static List<Generation> all(Connection connection) throws SQLException {
    Map<Integer, Map<Part, Integer>> moved = Parts.moved(connection);
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT generation, state, begun_at, live_at, only_projector FROM read_generation"
                    + " ORDER BY generation");
        ResultSet row = statement.executeQuery()) {
      List<Generation> all = new ArrayList<>();
      while (row.next()) {
        all.add(generation(row, moved.getOrDefault(row.getInt(1), Map.of())));
      }
      return all;
    }
  }

  private static Generation generation(ResultSet row, Map<Part, Integer> moved)
      throws SQLException {
    long liveAt = row.getLong(4);
    Instant since = row.wasNull() ? null : Sql.instant(liveAt);
    String only = row.getString(5);
    return new Generation(
        row.getInt(1),
        Generation.State.valueOf(row.getString(2)),
        Sql.instant(row.getLong(3)),
        since,
        only == null ? null : Part.of(only).orElse(null),
        moved);
  }

  static Optional<Generation> first(Connection connection, Generation.State state)
      throws SQLException {
    return all(connection).stream().filter(it -> it.state() == state).findFirst();
  }

  /** The generation of that number. */
  static Generation numbered(Connection connection, int number) throws SQLException {
    return all(connection).stream().filter(it -> it.number() == number).findFirst().orElseThrow();
  }

  /** The generation that questions are answered from. */
  static Generation live(Connection connection) throws SQLException {
    return first(connection, Generation.State.LIVE).orElseThrow();
  }

  /** The same, in tables of a program that made them all at once or not at all. */
  static Generation liveWithoutParts(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT generation FROM read_generation WHERE state = 'LIVE'")) {
      int number = (int) Sql.one(statement);
      return new Generation(
          number, Generation.State.LIVE, Instant.EPOCH, Instant.EPOCH, null, Map.of());
    }
  }

  /**
   * Begins the next generation, unless one is being built already.
   *
   * @param only empty: all parts
   */
  static Generation build(Connection connection, Optional<Part> only, Instant now)
      throws SQLException {
    Optional<Generation> building = first(connection, Generation.State.BUILDING);
    if (building.isPresent()) {
      return building.get();
    }
    int next = 1 + Math.max(all(connection).getLast().number(), Parts.highest(connection));
    Generation generation =
        new Generation(next, Generation.State.BUILDING, now, null, only.orElse(null), Map.of());
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO read_generation (generation, state, begun_at, only_projector)"
                + " VALUES (?, ?, ?, ?)")) {
      statement.setInt(1, next);
      statement.setString(2, generation.state().name());
      statement.setLong(3, Sql.micros(now));
      statement.setString(4, only.map(Part::label).orElse(null));
      statement.executeUpdate();
    }
    return generation;
  }

  /** From now on questions are answered from this one; the other's rows may go. */
  static void promote(Connection connection, int building, Instant now) throws SQLException {
    for (Generation earlier : all(connection)) {
      if (earlier.number() < building) {
        Parts.leaveAll(connection, earlier, now);
      }
    }
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
   * The same, for somebody who knows where its rows are.
   *
   * @throws IllegalStateException when they are elsewhere by now, too
   */
  static void lock(Connection connection, Generation generation) throws SQLException {
    lock(connection, generation.number());
    Map<Part, Integer> moved = Parts.moved(connection).getOrDefault(generation.number(), Map.of());
    if (!moved.equals(generation.moved())) {
      throw new IllegalStateException(
          generation.projection() + " has tables that it does not know");
    }
  }

  /**
   * Deletes some rows of a generation, and at last the generation itself.
   *
   * @return whether it is gone
   */
  static boolean clear(Connection connection, Vendor vendor, int generation, int rowsMax)
      throws SQLException {
    for (String table : tables()) {
      if (deleteSome(connection, vendor, table, generation, rowsMax) > 0) {
        return false;
      }
    }
    Offsets.forget(connection, Generation.projection(generation));
    return remove(connection, generation);
  }

  /** It is over, and its rows somebody else's business. */
  static boolean remove(Connection connection, int generation) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM read_generation WHERE generation = ?")) {
      statement.setInt(1, generation);
      return statement.executeUpdate() > 0;
    }
  }

  private static List<String> tables() {
    return Stream.concat(
            Arrays.stream(Part.values()).flatMap(part -> part.tables().stream()), BESIDES.stream())
        .toList();
  }

  /** Deletes some rows of that number; how many there were. */
  static int deleteSome(Connection connection, Vendor vendor, String table, int number, int rowsMax)
      throws SQLException {
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
    try (PreparedStatement statement = connection.prepareStatement(some)) {
      statement.setInt(1, number);
      statement.setInt(2, rowsMax);
      return statement.executeUpdate();
    }
  }
}
