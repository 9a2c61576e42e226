package dev.crossdock.view;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossdock.journal.Vendor;
import dev.crossdock.settings.JournalSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The database as the read side uses it: a small pool of connections of its own, and as many
 * threads that may wait for them. The journal's writers are not in its way, nor it in theirs.
 */
public final class ReadStore implements AutoCloseable {
  /**
   * Nothing that the database does for the read side may hang: not a statement, not a lock. And
   * pages come from an index in its order, never from all of its entries, to be sorted, nor from
   * all rows: a planner that knows little of a table thinks that most of it comes after a position.
   */
  static final String SESSION =
      "SET statement_timeout = '25s'; SET lock_timeout = '5s';"
          + " SET idle_in_transaction_session_timeout = '10s'; SET enable_bitmapscan = off;"
          + " SET enable_seqscan = off";

  private static final long CONNECTION_MILLIS_MAX = 5_000;

  private final HikariDataSource pool;
  private final ExecutorService threads;
  private final Vendor vendor;

  private ReadStore(HikariDataSource pool, ExecutorService threads, Vendor vendor) {
    this.pool = pool;
    this.threads = threads;
    this.vendor = vendor;
  }

  /**
   * Opens the pool; connections are made as they are needed, so a database that is away now is no
   * failure.
   *
   * @param connectionsMax 2 and up
   */
  public static ReadStore open(JournalSettings journal, int connectionsMax) {
    Vendor vendor = Vendor.of(journal.url());
    HikariConfig config = new HikariConfig();
    config.setPoolName("read-side");
    config.setJdbcUrl(journal.url());
    config.setUsername(journal.user());
    config.setPassword(journal.password().value());
    config.setDriverClassName(vendor.driver());
    config.setMaximumPoolSize(connectionsMax);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_MILLIS_MAX);
    config.setInitializationFailTimeout(-1);
    if (vendor == Vendor.POSTGRESQL) {
      config.setConnectionInitSql(SESSION);
    }
    return new ReadStore(
        new HikariDataSource(config),
        Executors.newFixedThreadPool(connectionsMax, threads()),
        vendor);
  }

  /** Does something that needs no transaction; each statement stands for itself. */
  public <T> CompletionStage<T> run(SqlWork<T> work) {
    return submit(
        () -> {
          try (Connection connection = pool.getConnection()) {
            return work.with(connection);
          }
        });
  }

  /** Does something as a whole or not at all. */
  public <T> CompletionStage<T> transaction(SqlWork<T> work) {
    return submit(
        () -> {
          try (Connection connection = begin()) {
            return committed(connection, work);
          }
        });
  }

  public Vendor vendor() {
    return vendor;
  }

  /** A connection on which a transaction has begun; whoever asks closes it. */
  Connection begin() throws SQLException {
    Connection connection = pool.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** Nothing is begun any more; what is under way loses its connection. */
  @Override
  public void close() {
    threads.shutdown();
    pool.close();
  }

  private static <T> T committed(Connection connection, SqlWork<T> work) throws SQLException {
    try {
      T result = work.with(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException failure) {
      rollback(connection, failure);
      throw failure;
    }
  }

  private static void rollback(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      failure.addSuppressed(gone);
    }
  }

  private interface Task<T> {
    T run() throws SQLException;
  }

  private <T> CompletionStage<T> submit(Task<T> task) {
    try {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              return task.run();
            } catch (SQLException failure) {
              throw new CompletionException(failure);
            }
          },
          threads);
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.failedFuture(closed);
    }
  }

  private static ThreadFactory threads() {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "read-side-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
