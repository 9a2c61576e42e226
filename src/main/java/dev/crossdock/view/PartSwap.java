package dev.crossdock.view;

import dev.crossdock.view.Generation.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Has a part that was built by itself take the place of the live generation's. Both projections
 * wait meanwhile, and the part is brought to exactly where the live generation is: what others
 * count by its rows, and what the live projection goes on with, stay true.
 */
final class PartSwap {
  private static final int PAGE = 500;

  private final ReadSideParts parts;

  PartSwap(ReadSideParts parts) {
    this.parts = parts;
  }

  /** Does so, unless what is built is ahead all the same: then it is tried again. */
  void swap(Connection connection, Generation building, Part part, Instant now)
      throws SQLException {
    Generation live = Generations.first(connection, State.LIVE).orElseThrow();
    // What is built stands first: it may then be behind, which can be made up for, but not ahead.
    Generations.lock(connection, building);
    Generations.lock(connection, live);
    JournalPosition to = Offsets.of(connection, live.projection());
    JournalPosition at = Offsets.of(connection, building.projection());
    if (at.compareTo(to) > 0) {
      return;
    }
    catchUp(connection, building, at, to);
    Parts.move(connection, live, part, building.number(), now);
    for (Part other : Part.values()) {
      if (other != part) {
        Parts.leave(connection, other, building.number(), now);
      }
    }
    letters(connection, live.number(), building.number(), part);
    Offsets.forget(connection, building.projection());
    Generations.remove(connection, building.number());
  }

  /** Takes over what the live projection has and this one has not: a group or two. */
  private void catchUp(
      Connection connection, Generation building, JournalPosition from, JournalPosition to)
      throws SQLException {
    Takeover takeover =
        new Takeover(
            new Folds(parts.journal(), parts.codecs(), PAGE),
            parts.projectors(building),
            new Careful(building.number(), parts.clock()),
            any -> {},
            new ReadMeters(parts.registry(), building.projection()));
    JournalPosition at = from;
    while (at.compareTo(to) < 0) {
      List<JournalRow> rows =
          parts.journal().page(connection, at, PAGE).stream()
              .filter(row -> row.position().compareTo(to) <= 0)
              .toList();
      if (rows.isEmpty()) {
        return;
      }
      takeover.take(connection, rows);
      at = rows.getLast().position();
    }
  }

  /** What the part has put aside is the live generation's from now on, in place of what it had. */
  private static void letters(Connection connection, int live, int building, Part part)
      throws SQLException {
    run(
        connection,
        "DELETE FROM dead_letter WHERE generation = ? AND projector = ?",
        live,
        part.label());
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE dead_letter SET generation = ? WHERE generation = ? AND projector = ?")) {
      statement.setInt(1, live);
      statement.setInt(2, building);
      statement.setString(3, part.label());
      statement.executeUpdate();
    }
    run(
        connection,
        "DELETE FROM dead_letter WHERE generation = ? AND projector <> ?",
        building,
        part.label());
  }

  private static void run(Connection connection, String sql, int generation, String projector)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      statement.setString(2, projector);
      statement.executeUpdate();
    }
  }
}
