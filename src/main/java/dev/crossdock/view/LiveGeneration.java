package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of the tables questions are answered from. Remembered for a second; the rows of
 * one that was replaced stay for longer than that. Safe for use by many threads.
 */
public final class LiveGeneration {
  private static final Duration REMEMBERED = Duration.ofSeconds(1);

  private final Clock clock;
  private volatile @Nullable Seen seen;

  public LiveGeneration(Clock clock) {
    this.clock = clock;
  }

  private record Seen(Generation generation, Instant at) {}

  /** Its number. */
  public int on(Connection connection) throws SQLException {
    return now(connection).number();
  }

  /** The number that rows of a part are to be selected by. */
  public int on(Connection connection, Part part) throws SQLException {
    return now(connection).numberOf(part);
  }

  private Generation now(Connection connection) throws SQLException {
    Instant now = clock.instant();
    Seen last = seen;
    if (last != null && now.isBefore(last.at().plus(REMEMBERED))) {
      return last.generation();
    }
    Generation live = Generations.live(connection);
    seen = new Seen(live, now);
    return live;
  }
}
