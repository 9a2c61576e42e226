package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Measures how far a projection is behind the journal, and remembers it for the live one. */
final class Lag implements ReadSideStatus {
  private static final int COUNTED_MAX = 100_000;

  private final JournalTable journal;
  private final Clock clock;
  private volatile Measured last;

  /**
   * How far behind it was.
   *
   * @param asOf everything up to then is taken over
   * @param eventsBehind counted up to 100 000
   */
  record Measured(JournalPosition position, Instant asOf, long eventsBehind, Instant at) {
    long millis() {
      return Math.max(0, Duration.between(asOf, at).toMillis());
    }
  }

  Lag(JournalTable journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
    this.last = new Measured(JournalPosition.START, Instant.EPOCH, 0, clock.instant());
  }

  /** Where a projection is now. */
  Measured measure(Connection connection, String projection) throws SQLException {
    Instant now = clock.instant();
    JournalPosition position = Offsets.of(connection, projection);
    Optional<JournalRow> next = journal.next(connection, position);
    return next.isEmpty()
        ? new Measured(position, now, 0, now)
        : new Measured(
            position,
            next.get().storedAt().minusMillis(1),
            journal.count(connection, position, COUNTED_MAX),
            now);
  }

  /** Looks at the live generation. */
  Measured look(Connection connection) throws SQLException {
    Measured now = measure(connection, Generations.live(connection).projection());
    last = now;
    return now;
  }

  @Override
  public Instant asOf() {
    return last.asOf();
  }

  @Override
  public long lagMillis() {
    return Math.max(0, Duration.between(last.asOf(), clock.instant()).toMillis());
  }

  @Override
  public long eventsBehind() {
    return last.eventsBehind();
  }
}
