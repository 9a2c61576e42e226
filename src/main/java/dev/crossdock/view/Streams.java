package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one entity's events from the first to the last. */
final class Streams {
  private final JournalTable journal;
  private final Codecs codecs;

  Streams(JournalTable journal, Codecs codecs) {
    this.journal = journal;
    this.codecs = codecs;
  }

  /** All that has happened to it. */
  List<Fold.Step> all(Connection connection, String persistenceId) throws SQLException {
    Optional<Fold> begin = Fold.begin(persistenceId);
    List<Fold.Step> steps = new ArrayList<>();
    if (begin.isPresent()) {
      Fold fold = begin.get();
      for (JournalRow row : journal.streams(connection, List.of(persistenceId))) {
        Fold.Step step = fold.after(row, codecs);
        fold = step.next();
        steps.add(step);
      }
    }
    return steps;
  }
}
