package dev.crossdock.view;

import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a sweep reads, page by page, and the table of what it has found. */
final class SweepTables {
  private static final String JOURNAL =
      "SELECT \"persistence_id\", MAX(\"sequence_number\") FROM \"event_journal\""
          + " WHERE \"persistence_id\" > ? GROUP BY \"persistence_id\""
          + " ORDER BY \"persistence_id\" LIMIT ?";
  private static final String IN_JOURNAL =
      "SELECT COUNT(*) FROM \"event_journal\""
          + " WHERE \"persistence_id\" = ANY(?) AND \"sequence_number\" = 1";

  private final String place;

  SweepTables(Vendor vendor) {
    String transaction =
        switch (vendor) {
          case H2 -> "CAST(0 AS BIGINT)";
          case POSTGRESQL -> "CAST(CAST(transaction_id AS text) AS bigint)";
        };
    place =
        "SELECT "
            + transaction
            + ", \"ordering\" FROM \"event_journal\""
            + " WHERE \"persistence_id\" = ? AND \"sequence_number\" = ?";
  }

  /** The next ids of the journal, each with the number of its last event. */
  Map<String, Long> journal(Connection connection, String after, int idsMax) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(JOURNAL)) {
      statement.setString(1, after);
      statement.setInt(2, idsMax);
      Map<String, Long> page = new LinkedHashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          page.put(row.getString(1), row.getLong(2));
        }
      }
      return page;
    }
  }

  /** Those whose event of that number the projection has passed. */
  List<String> passed(Connection connection, Map<String, Long> suspects, JournalPosition position)
      throws SQLException {
    List<String> passed = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(place)) {
      for (var suspect : suspects.entrySet()) {
        statement.setString(1, suspect.getKey());
        statement.setLong(2, suspect.getValue());
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()
              && new JournalPosition(row.getLong(1), row.getLong(2)).compareTo(position) <= 0) {
            passed.add(suspect.getKey());
          }
        }
      }
    }
    return passed;
  }

  /** The next rows of a table, as ids of the journal. */
  List<String> rows(
      Connection connection, Sweep.Phase phase, Generation generation, String after, int idsMax)
      throws SQLException {
    String prefix = phase == Sweep.Phase.ORDERS ? Fold.ORDERS : Fold.SHIPMENTS;
    String table = phase == Sweep.Phase.ORDERS ? "order_list" : "shipment_list";
    String id = phase == Sweep.Phase.ORDERS ? "order_id" : "shipment_id";
    String sql =
        "SELECT merchant, "
            + id
            + " FROM "
            + table
            + " WHERE generation = ? AND (merchant, "
            + id
            + ") > (?, ?) ORDER BY merchant, "
            + id
            + " LIMIT ?";
    String last = after.isEmpty() ? ":" : after.substring(prefix.length());
    int colon = last.indexOf(':');
    Part part = phase == Sweep.Phase.ORDERS ? Part.ORDERS : Part.SHIPMENTS;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation.numberOf(part));
      statement.setString(2, last.substring(0, colon));
      statement.setString(3, last.substring(colon + 1));
      statement.setInt(4, idsMax);
      List<String> ids = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(prefix + row.getString(1) + ":" + row.getString(2));
        }
      }
      return ids;
    }
  }

  /** How many of them have a first event. */
  long inJournal(Connection connection, List<String> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(IN_JOURNAL)) {
      statement.setArray(1, Sql.texts(connection, ids));
      return Sql.one(statement);
    }
  }

  static void save(Connection connection, SweepRound round) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM read_sweep WHERE generation = ?")) {
      statement.setInt(1, round.generation());
      statement.executeUpdate();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO read_sweep (generation, begun_at, ended_at, compared, mended,"
                + " without_journal) VALUES (?, ?, ?, ?, ?, ?)")) {
      statement.setInt(1, round.generation());
      statement.setLong(2, Sql.micros(round.begunAt()));
      if (round.endedAt() != null) {
        statement.setLong(3, Sql.micros(round.endedAt()));
      }
      statement.setLong(4, round.compared());
      statement.setLong(5, round.mended());
      statement.setLong(6, round.withoutJournal());
      statement.executeUpdate();
    }
  }

  /** What the last whole round has found. */
  static Optional<SweepRound> last(Connection connection, int generation) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT begun_at, ended_at, compared, mended, without_journal FROM read_sweep"
                + " WHERE generation = ?")) {
      statement.setInt(1, generation);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(round(generation, row)) : Optional.empty();
      }
    }
  }

  private static SweepRound round(int generation, ResultSet row) throws SQLException {
    return new SweepRound(
        generation,
        Sql.instant(row.getLong(1)),
        Sql.instant(row.getLong(2)),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5));
  }
}
