package dev.crossdock.view;

import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands changes to projectors so that one that cannot be taken over stands in nobody's way: it is
 * put aside as a dead letter, and the others go on.
 */
final class Careful {
  private static final Logger LOG = LoggerFactory.getLogger(Careful.class);

  private final int generation;
  private final Clock clock;

  Careful(int generation, Clock clock) {
    this.generation = generation;
    this.clock = clock;
  }

  /**
   * Hands them over, all at once or, if that fails, one by one.
   *
   * @return those that were put aside
   * @throws SQLException when the database fails: nothing of it counts
   */
  List<DeadLetter> apply(Connection connection, Projector projector, List<Change> changes)
      throws SQLException {
    List<DeadLetter> letters = new ArrayList<>();
    if (changes.isEmpty() || failure(connection, projector, changes) == null) {
      return letters;
    }
    for (Change change : changes) {
      Exception failure = failure(connection, projector, List.of(change));
      if (failure != null) {
        letters.add(putAside(connection, projector.name(), change, failure.toString()));
        LOG.error("{} cannot take over {}", projector.name(), idOf(change), failure);
      }
    }
    return letters;
  }

  /** Puts a change aside that nobody is handed. */
  DeadLetter putAside(Connection connection, String projector, Change change, String reason)
      throws SQLException {
    DeadLetter letter =
        new DeadLetter(
            projector, idOf(change), change.version(), generation, clock.instant(), reason);
    DeadLetters.put(connection, letter);
    return letter;
  }

  /** Why the projector did not take them; nothing is left of the attempt then. */
  @Nullable Exception failure(Connection connection, Projector projector, List<Change> changes)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      projector.apply(connection, changes);
      connection.releaseSavepoint(before);
      return null;
    } catch (RuntimeException failure) {
      connection.rollback(before);
      return failure;
    } catch (SQLException failure) {
      if (!isOfContent(failure)) {
        throw failure;
      }
      connection.rollback(before);
      return failure;
    }
  }

  static String idOf(Change change) {
    return switch (change) {
      case Change.OfOrder(OrderId id, var v, var b, var e, var a, var t) ->
          Fold.ORDERS + id.entityId();
      case Change.OfShipment(ShipmentId id, var v, var b, var e, var a, var t) ->
          Fold.SHIPMENTS + id.entityId();
    };
  }

  /** The database is well and does not like the values: too long, twice. It never will. */
  private static boolean isOfContent(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }
}
