package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.projection.jdbc.javadsl.JdbcHandler;

/** Takes a group of the journal's rows over into the tables of some projectors. */
final class Takeover extends JdbcHandler<List<JournalRow>, ReadSession> {
  private final Folds folds;
  private final List<Projector> projectors;
  private final Careful careful;
  private final Turn turn;
  private final ReadMeters meters;

  /** What is to be so when a group is taken over; throws what makes the group come again. */
  @FunctionalInterface
  interface Turn {
    void take(Connection connection) throws SQLException;
  }

  Takeover(Folds folds, List<Projector> projectors, Careful careful, Turn turn, ReadMeters meters) {
    this.folds = folds;
    this.projectors = List.copyOf(projectors);
    this.careful = careful;
    this.turn = turn;
    this.meters = meters;
  }

  @Override
  public void process(ReadSession session, List<JournalRow> rows) throws SQLException {
    take(session.connection(), rows);
  }

  /** Takes them over in a transaction that somebody else has begun. */
  void take(Connection connection, List<JournalRow> rows) throws SQLException {
    turn.take(connection);
    if (!isWanted(connection)) {
      meters.taken(rows.size(), List.of());
      return;
    }
    List<Change> changes = new ArrayList<>(rows.size());
    List<DeadLetter> letters = new ArrayList<>();
    for (Fold.Step step : folds.fold(connection, rows)) {
      changes.add(step.change());
      String fault = step.fault();
      if (fault != null) {
        letters.add(careful.putAside(connection, DeadLetter.JOURNAL, step.change(), fault));
      }
    }
    for (Projector projector : projectors) {
      letters.addAll(careful.apply(connection, projector, changes));
    }
    meters.taken(rows.size(), letters);
  }

  private boolean isWanted(Connection connection) throws SQLException {
    for (Projector projector : projectors) {
      if (projector.isWanted(connection)) {
        return true;
      }
    }
    return false;
  }
}
