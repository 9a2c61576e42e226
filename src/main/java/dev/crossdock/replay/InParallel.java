package dev.crossdock.replay;

import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/** Goes through the whole journal with several threads, each with a connection of its own. */
final class InParallel {
  private final Archive archive;
  private final int threads;

  InParallel(Archive archive, int threads) {
    this.archive = archive;
    this.threads = threads;
  }

  /** Something to be done with a part of the journal, which stands still meanwhile. */
  interface Work {
    void on(Connection connection, KeyRange range) throws SQLException;
  }

  /**
   * Every part once. Fails with a {@link JournalException} when the database does; nothing further
   * is begun then.
   */
  CompletionStage<Void> through(Work work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, daemons());
    KeyRanges ranges = new KeyRanges();
    CompletableFuture<?>[] all =
        IntStream.range(0, threads)
            .mapToObj(i -> CompletableFuture.runAsync(() -> each(ranges, work), pool))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(all).whenComplete((done, failure) -> pool.shutdown());
  }

  private void each(KeyRanges ranges, Work work) {
    try (Connection connection = archive.database().getConnection()) {
      connection.setAutoCommit(false);
      if (archive.vendor() == Vendor.POSTGRESQL) {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      Optional<KeyRange> range = ranges.next(connection);
      while (range.isPresent()) {
        work.on(connection, range.get());
        connection.commit();
        range = ranges.next(connection);
      }
    } catch (SQLException failure) {
      throw new JournalException("the journal cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static ThreadFactory daemons() {
    return work -> {
      Thread thread = new Thread(work, "replay");
      thread.setDaemon(true);
      return thread;
    };
  }
}
