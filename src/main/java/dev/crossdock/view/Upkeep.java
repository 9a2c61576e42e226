package dev.crossdock.view;

import dev.crossdock.journal.Vendor;
import dev.crossdock.view.Generation.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that generations take each other's place, and that the database knows its tables; what
 * is done follows from the tables.
 */
final class Upkeep {
  private static final int ROWS_DELETED_MAX = 2000;
  private static final long EVENTS_BEHIND_MAX = 500;
  private static final Duration LAG_MAX = Duration.ofSeconds(2);

  /** Whoever has begun to read from a generation has finished by then. */
  private static final Duration READ_OUT = Duration.ofSeconds(10);

  private final ReadSideParts parts;
  private final Lag lag;
  private final PartSwap swap;
  private final Statistics statistics;

  Upkeep(ReadSideParts parts, Lag lag) {
    this.parts = parts;
    this.lag = lag;
    this.swap = new PartSwap(parts);
    this.statistics = new Statistics(parts.store().vendor(), parts.journal());
  }

  /**
   * The generations after one more step.
   *
   * @param more whether there is something to do at once
   */
  record Step(List<Generation> generations, boolean more) {}

  /** Has what has caught up take its place, and deletes some of what is old. */
  Step step(Connection connection) throws SQLException {
    Instant now = parts.clock().instant();
    Optional<Generation> building = Generations.first(connection, State.BUILDING);
    if (building.isPresent() && hasCaughtUp(connection, building.get())) {
      takePlace(connection, building.get(), now);
    }
    Optional<Generation> old = Generations.first(connection, State.OLD);
    boolean clears = old.isPresent() && isReadOut(connection, now);
    if (clears) {
      Generations.clear(connection, vendor(), old.get().number(), ROWS_DELETED_MAX);
    } else {
      clears = Parts.clear(connection, vendor(), now.minus(READ_OUT), ROWS_DELETED_MAX);
    }
    statistics.refresh(connection);
    return new Step(Generations.all(connection), clears);
  }

  private void takePlace(Connection connection, Generation building, Instant now)
      throws SQLException {
    Part only = building.only();
    if (only == null) {
      Generations.promote(connection, building.number(), now);
    } else {
      swap.swap(connection, building, only, now);
    }
  }

  private Vendor vendor() {
    return parts.store().vendor();
  }

  private static boolean isReadOut(Connection connection, Instant now) throws SQLException {
    return Generations.first(connection, State.LIVE)
        .map(Generation::liveAt)
        .filter(since -> now.isAfter(since.plus(READ_OUT)))
        .isPresent();
  }

  private boolean hasCaughtUp(Connection connection, Generation building) throws SQLException {
    Lag.Measured behind = lag.measure(connection, building.projection());
    boolean hasBegun = !behind.position().equals(JournalPosition.START);
    boolean isClose =
        behind.eventsBehind() <= EVENTS_BEHIND_MAX && behind.millis() <= LAG_MAX.toMillis();
    return behind.eventsBehind() == 0 || (hasBegun && isClose);
  }
}
