package dev.crossdock.view;

import dev.crossdock.view.Generation.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
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

  private final ReadStore store;
  private final Lag lag;
  private final Clock clock;
  private final Statistics statistics;

  Upkeep(ReadStore store, JournalTable journal, Lag lag, Clock clock) {
    this.statistics = new Statistics(store.vendor(), journal);
    this.store = store;
    this.lag = lag;
    this.clock = clock;
  }

  /**
   * The generations after one more step.
   *
   * @param more whether there is something to do at once
   */
  record Step(List<Generation> generations, boolean more) {}

  /** Promotes what has caught up, and deletes some of what is old. */
  Step step(Connection connection) throws SQLException {
    Instant now = clock.instant();
    Optional<Generation> building = Generations.first(connection, State.BUILDING);
    if (building.isPresent() && hasCaughtUp(connection, building.get())) {
      Generations.promote(connection, building.get().number(), now);
    }
    Optional<Generation> old = Generations.first(connection, State.OLD);
    boolean clears = old.isPresent() && isReadOut(connection, now);
    if (clears) {
      Generations.clear(connection, store.vendor(), old.get().number(), ROWS_DELETED_MAX);
    }
    statistics.refresh(connection);
    return new Step(Generations.all(connection), clears);
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
