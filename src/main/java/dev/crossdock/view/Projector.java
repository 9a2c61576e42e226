package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Keeps some tables in step with the journal. */
public interface Projector {

  /** Under which it is known to operators and in dead letters: lower case, words with hyphens. */
  String name();

  /**
   * Whether there is anybody for whom to take something over just now; if not, events pass unread.
   *
   * @param connection of the transaction that the position in the journal is stored in as well
   * @throws SQLException when the database fails; the group comes again
   */
  default boolean isWanted(Connection connection) throws SQLException {
    return true;
  }

  /**
   * Takes over what has happened, in the order in which it did for each order and shipment.
   *
   * @param connection of the transaction that the position in the journal is stored in as well; not
   *     to be committed or closed here
   * @param changes one group; may begin with what was taken before: that changes nothing
   * @throws SQLException when the database fails; the group comes again
   * @throws RuntimeException when a change cannot be taken over: the group comes again change by
   *     change, and the one that fails is put aside as a dead letter
   */
  void apply(Connection connection, List<Change> changes) throws SQLException;
}
