package dev.crossdock.replay;

import dev.crossdock.view.RowCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/**
 * Reads a whole journal through today's code: every event decodes and fits, no invariant is broken,
 * no number is missing, the chain of hashes holds, snapshots are what the events make, shipments
 * are as far as their orders have heard, and the read side's rows say the same. Nothing is changed.
 */
public final class Verifier {
  private static final int ROWS_AT_ONCE = 1000;

  private final Archive archive;
  private final int threads;

  /**
   * @param threads 1 and up, each with a connection of its own
   */
  public Verifier(Archive archive, int threads) {
    this.archive = archive;
    this.threads = threads;
  }

  /** How many events there are. */
  public long events() throws SQLException {
    try (Connection connection = archive.database().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM \"event_journal\"")) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Proves all of it. Fails only when the database does.
   *
   * @param progress told how many more events are done, by several threads
   */
  public CompletionStage<Report> verify(LongConsumer progress) throws SQLException {
    Findings findings = new Findings();
    Optional<RowCheck> rows = rows(findings);
    RangeCheck.Reading reading = RangeCheck.Reading.of(archive);
    long begin = System.nanoTime();
    return new InParallel(archive, threads)
        .through(
            (connection, range) ->
                new RangeCheck(reading, findings, progress).check(connection, range, rows))
        .thenApply(
            done -> findings.report(Duration.ofNanos(System.nanoTime() - begin), rows.isPresent()));
  }

  /** Reads the same rows, and does nothing with them; so long does that take. */
  public CompletionStage<Duration> readPlainly() throws SQLException {
    Columns columns = archive.columns();
    LongAdder bytes = new LongAdder();
    long begin = System.nanoTime();
    return new InParallel(archive, threads)
        .through(
            (connection, range) ->
                range.read(connection, columns, event -> bytes.add(event.payload().length)))
        .thenApply(done -> Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Rows that nothing is the beginning of are looked for here, the others beside their events. */
  private Optional<RowCheck> rows(Findings findings) throws SQLException {
    try (Connection connection = archive.database().getConnection()) {
      Optional<RowCheck> rows = RowCheck.of(connection, archive.vendor());
      if (rows.isPresent()) {
        for (String orphan : rows.get().withoutJournal(connection, ROWS_AT_ONCE)) {
          findings.fault(new Fault(FaultKind.VIEW, orphan, 0, "a row that has no journal"));
        }
      }
      return rows;
    }
  }
}
