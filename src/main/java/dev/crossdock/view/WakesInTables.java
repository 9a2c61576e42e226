package dev.crossdock.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Finds whom to wake in the table {@code wake_at} of the live generation. */
final class WakesInTables implements Wakes {
  private static final String DUE =
      "SELECT "
          + WakeRows.COLUMNS
          + " FROM wake_at WHERE generation = ? AND slice = ANY(?) AND due_at <= ?"
          + " ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED";
  private static final String IN_FLIGHT =
      "SELECT persistence_id FROM wake_at WHERE generation = ? AND slice >= ? AND slice < ?"
          + " AND (in_flight OR owed > 0) AND moved_at <= ? AND persistence_id > ?"
          + " ORDER BY persistence_id LIMIT ?";

  private static final Duration LAG_MAX = Duration.ofMinutes(5);

  private final ReadSideParts parts;
  private final JournalTable journal;
  private final LiveGeneration live;
  private final ReadSideStatus status;

  WakesInTables(ReadSideParts parts, LiveGeneration live, ReadSideStatus status) {
    this.parts = parts;
    this.status = status;
    this.journal = parts.journal();
    this.live = live;
  }

  /** A place in the journal, and when that was. */
  private record Mark(JournalPosition head, long at) {
    static Mark of(String text) {
      int at = text.indexOf('@');
      return new Mark(
          JournalPosition.of(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
    }
  }

  @Override
  public CompletionStage<String> mark() {
    long now = Sql.micros(parts.clock().instant());
    return parts.store().run(connection -> journal.head(connection) + "@" + now);
  }

  @Override
  public CompletionStage<Boolean> hasReached(String mark) {
    JournalPosition head = Mark.of(mark).head();
    return parts
        .store()
        .run(
            connection -> {
              String projection = Generation.projection(live.on(connection));
              JournalPosition place = Offsets.of(connection, projection);
              return !journal.hasBetween(connection, place, head);
            });
  }

  @Override
  public CompletionStage<List<String>> due(Slices slices, int idsMax) {
    Instant now = parts.clock().instant();
    return parts.store().transaction(connection -> due(connection, slices, idsMax, now));
  }

  @Override
  public CompletionStage<List<String>> inFlight(
      Slices slices, String mark, String after, int idsMax) {
    long before = Mark.of(mark).at();
    return parts
        .store()
        .run(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(IN_FLIGHT)) {
                statement.setInt(1, live.on(connection, Part.WAKES));
                statement.setInt(2, slices.from());
                statement.setInt(3, slices.to());
                statement.setLong(4, before);
                statement.setString(5, after);
                statement.setInt(6, idsMax);
                return ids(statement);
              }
            });
  }

  private static List<String> ids(PreparedStatement statement) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  private List<String> due(Connection connection, Slices slices, int idsMax, Instant now)
      throws SQLException {
    int generation = live.on(connection, Part.WAKES);
    try (PreparedStatement statement = connection.prepareStatement(DUE)) {
      Object[] numbers = IntStream.range(slices.from(), slices.to()).boxed().toArray();
      statement.setInt(1, generation);
      statement.setArray(2, connection.createArrayOf("INTEGER", numbers));
      statement.setLong(3, Sql.micros(known(now)));
      statement.setInt(4, idsMax);
      List<WakeRow> due = WakeRows.read(statement);
      due.sort(Comparator.comparing(WakeRow::persistenceId));
      return given(connection, generation, due, now);
    }
  }

  /**
   * Up to when the table knows who has moved: whoever was due later may have been done long ago. A
   * read side that is farther behind than can be waited for is not waited for.
   */
  private Instant known(Instant now) {
    Instant known = status.asOf();
    Instant least = now.minus(LAG_MAX);
    return known.isBefore(least) ? least : known.isAfter(now) ? now : known;
  }

  /** Whoever is given out is due again later; who was heard of everywhere is let be. */
  private List<String> given(Connection connection, int generation, List<WakeRow> due, Instant now)
      throws SQLException {
    List<String> given = new ArrayList<>();
    List<String> atRest = new ArrayList<>();
    List<WakeRows.Due> later = new ArrayList<>();
    for (WakeRow row : due) {
      if (!row.isHeard(now)) {
        given.add(row.persistenceId());
        long again = row.dueAgainAt(now, parts.settings().wakeAfter());
        later.add(new WakeRows.Due(row.wokenOnceMore(), again));
      } else if (row.owing(0).isAtRest()) {
        atRest.add(row.persistenceId());
      } else {
        later.add(WakeRows.Due.first(row.owing(0), parts.settings().wakeAfter()));
      }
    }
    WakeRows rows = new WakeRows(generation);
    rows.delete(connection, atRest);
    rows.update(connection, later);
    return given;
  }
}
