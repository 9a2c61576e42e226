package dev.crossdock.view;

import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads the journal's table, in the order in which it became visible.
 *
 * <p>On PostgreSQL a row's number is given before its transaction commits, so going by numbers
 * alone would pass over what commits late. Going by (transaction, number), and no further than the
 * oldest transaction that is still open, passes over nothing and waits for no gap. On H2 the
 * journal has one writer, so its numbers are in the order of commit.
 */
public final class JournalTable {
  private static final String COLUMNS =
      "\"ordering\", \"persistence_id\", \"sequence_number\", \"write_timestamp\", ";
  private static final String FROM = " FROM \"event_journal\" ";
  private static final String OF_INTEREST =
      "CASE WHEN \"persistence_id\" LIKE 'claim|%' THEN NULL ELSE \"event_payload\" END";

  private final String transaction;
  private final String after;
  private final String upTo;
  private final String settled;
  private final String order;
  private final String head;

  private JournalTable(
      String transaction, String after, String upTo, String settled, String order, String head) {
    this.transaction = transaction;
    this.after = after;
    this.upTo = upTo;
    this.settled = settled;
    this.order = order;
    this.head = head;
  }

  public static JournalTable of(Vendor vendor) {
    return switch (vendor) {
      case H2 ->
          new JournalTable(
              "CAST(0 AS BIGINT), ",
              "(CAST(? AS BIGINT) >= 0 AND \"ordering\" > ?)",
              "(CAST(? AS BIGINT) >= 0 AND \"ordering\" <= ?)",
              "TRUE",
              "\"ordering\"",
              "SELECT 0, COALESCE(MAX(\"ordering\"), 0) FROM \"event_journal\"");
      case POSTGRESQL ->
          new JournalTable(
              "CAST(CAST(transaction_id AS text) AS bigint), ",
              "(transaction_id, ordering) > (CAST(CAST(? AS text) AS xid8), ?)",
              "(transaction_id, ordering) <= (CAST(CAST(? AS text) AS xid8), ?)",
              "transaction_id < pg_snapshot_xmin(pg_current_snapshot())",
              // In full: the result has a column of that name as well, which no index is sorted by.
              "event_journal.transaction_id, event_journal.ordering",
              "SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint) - 1, "
                  + Long.MAX_VALUE);
    };
  }

  /** What comes next, in order. */
  List<JournalRow> page(Connection connection, JournalPosition position, int rowsMax)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(pageQuery(rowsMax))) {
      set(statement, 1, position);
      return rows(statement);
    }
  }

  /**
   * The limit is in the text: the database plans for that many rows, and not for a tenth of all.
   */
  String pageQuery(int rowsMax) {
    return "SELECT "
        + transaction
        + COLUMNS
        + OF_INTEREST
        + FROM
        + "WHERE "
        + after
        + " AND "
        + settled
        + " ORDER BY "
        + order
        + " LIMIT "
        + rowsMax;
  }

  /** All events of these entities, each entity's in order. */
  public List<JournalRow> streams(Connection connection, Collection<String> persistenceIds)
      throws SQLException {
    String sql =
        "SELECT "
            + transaction
            + COLUMNS
            + "\"event_payload\""
            + FROM
            + "WHERE \"persistence_id\" = ANY(?) ORDER BY \"persistence_id\", \"sequence_number\"";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, Sql.texts(connection, persistenceIds));
      return rows(statement);
    }
  }

  /** The first row after the position, if there is one that anybody can see. */
  Optional<JournalRow> next(Connection connection, JournalPosition position) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(nextQuery())) {
      set(statement, 1, position);
      return rows(statement).stream().findFirst();
    }
  }

  String nextQuery() {
    return "SELECT "
        + transaction
        + COLUMNS
        + "NULL"
        + FROM
        + "WHERE "
        + after
        + " ORDER BY "
        + order
        + " LIMIT 1";
  }

  /** How many rows come after the position; counted no further than that many. */
  long count(Connection connection, JournalPosition position, int countedMax) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(countQuery(countedMax))) {
      set(statement, 1, position);
      return Sql.one(statement);
    }
  }

  String countQuery(int countedMax) {
    return "SELECT COUNT(*) FROM (SELECT 1 AS one"
        + FROM
        + "WHERE "
        + after
        + " LIMIT "
        + countedMax
        + ") AS behind";
  }

  /** A position that everything which is stored by now is not after. */
  JournalPosition head(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(head);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new JournalPosition(row.getLong(1), row.getLong(2));
    }
  }

  /** The number of the last row that anybody can see; 0 when there is none. */
  long last(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT COALESCE(MAX(\"ordering\"), 0) FROM \"event_journal\"")) {
      return Sql.one(statement);
    }
  }

  /** Whether something lies between the two, the second included. */
  boolean hasBetween(Connection connection, JournalPosition from, JournalPosition to)
      throws SQLException {
    String sql =
        "SELECT COUNT(*) FROM (SELECT 1 AS one"
            + FROM
            + "WHERE "
            + after
            + " AND "
            + upTo
            + " LIMIT 1) AS found";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, 1, from);
      set(statement, 3, to);
      return Sql.one(statement) > 0;
    }
  }

  private static void set(PreparedStatement statement, int at, JournalPosition position)
      throws SQLException {
    statement.setLong(at, position.transaction());
    statement.setLong(at + 1, position.ordering());
  }

  private static List<JournalRow> rows(PreparedStatement statement) throws SQLException {
    List<JournalRow> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        byte[] stored = row.getBytes(6);
        rows.add(
            new JournalRow(
                new JournalPosition(row.getLong(1), row.getLong(2)),
                row.getString(3),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)),
                stored == null ? new byte[0] : stored));
      }
    }
    return rows;
  }
}
