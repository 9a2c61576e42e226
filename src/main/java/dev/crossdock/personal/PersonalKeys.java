package dev.crossdock.personal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.KeysAway;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Vendor;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.PersonalSettings;
import dev.crossdock.settings.Secret;
import dev.crossdock.trade.OrderId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** The keys of a running node, with a few connections of their own; and how they are destroyed. */
public final class PersonalKeys implements AutoCloseable {
  private static final int CONNECTIONS = 2;
  private static final long CONNECTION_MILLIS_MAX = 5_000;
  private static final int AHEAD = 2_000;
  private static final String BOUNDS = "SET statement_timeout = '25s'; SET lock_timeout = '5s'";

  /** Whoever only reads stores nothing that would have a time. */
  private static final Clock NEVER = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final HikariDataSource pool;
  private final ExecutorService threads;
  private final KeyStore store;
  private final Optional<StoredKeys> keys;

  private PersonalKeys(
      HikariDataSource pool, ExecutorService threads, KeyStore store, Optional<StoredKeys> keys) {
    this.pool = pool;
    this.threads = threads;
    this.store = store;
    this.keys = keys;
  }

  /**
   * Opens them for a node, and begins to wrap with the first master what others have wrapped.
   *
   * @throws JournalException when a master is missing that keys are wrapped with
   */
  public static PersonalKeys open(JournalSettings journal, Clock clock) {
    PersonalSettings settings = journal.personal();
    Optional<Masters> masters = masters(settings);
    HikariDataSource pool = pool(journal);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            CONNECTIONS, Thread.ofPlatform().daemon().name("personal-keys-", 1).factory());
    KeyStore store = new KeyStore(pool, threads, clock);
    PersonalKeys all =
        new PersonalKeys(
            pool,
            threads,
            store,
            masters.map(
                known -> new StoredKeys(store, known, cache(settings), settings.seal(), 0)));
    try {
      all.mustHave(masters.map(Masters::names).orElse(Set.of()));
    } catch (JournalException missing) {
      all.close();
      throw missing;
    }
    masters.ifPresent(known -> threads.execute(new Rewrapping(store, known)));
    return all;
  }

  /** For tools that read a journal from one end to the other, and write nothing to it. */
  public static OrderKeys reading(JournalSettings journal, DataSource database) {
    PersonalSettings settings = journal.personal();
    KeyStore store = new KeyStore(database, Runnable::run, NEVER);
    return masters(settings)
        .<OrderKeys>map(known -> new StoredKeys(store, known, cache(settings), false, AHEAD))
        .orElse(OrderKeys.NONE);
  }

  /** For the journal. */
  public OrderKeys keys() {
    return keys.isPresent() ? keys.get() : OrderKeys.NONE;
  }

  /** All orders of the customer that have a key, or had one. */
  public CompletionStage<List<OrderId>> orders(String merchant, String customer) {
    return run(
        connection ->
            KeyTable.ofCustomer(connection, merchant, customer).stream()
                .map(KeyRow::order)
                .distinct()
                .toList());
  }

  /** The last erasure of the customer. */
  public CompletionStage<Optional<Certificate>> last(String merchant, String customer) {
    return run(connection -> ErasureTable.last(connection, merchant, customer));
  }

  /**
   * Destroys the keys of these orders. When there are none any more, that is told by the last
   * erasure; empty when there never were any.
   */
  public CompletionStage<Optional<Certificate>> destroy(
      String merchant, String customer, Collection<OrderId> orders) {
    return run(connection -> destroyed(connection, merchant, customer, orders))
        .thenApply(
            certificate -> {
              keys.ifPresent(cached -> cached.forget(orders));
              return certificate;
            });
  }

  private Optional<Certificate> destroyed(
      Connection connection, String merchant, String customer, Collection<OrderId> orders)
      throws SQLException {
    connection.setAutoCommit(false);
    String id = "era_" + UUID.randomUUID().toString().replace("-", "");
    Instant now = store.clock().instant();
    if (ErasureTable.destroy(connection, id, orders) > 0) {
      ErasureTable.insert(connection, id, merchant, customer, now);
    }
    connection.commit();
    return ErasureTable.last(connection, merchant, customer);
  }

  /** What is under way loses its connection. */
  @Override
  public void close() {
    threads.shutdown();
    pool.close();
  }

  private void mustHave(Collection<String> masters) {
    try (Connection connection = pool.getConnection()) {
      KeyTable.otherMaster(connection, masters)
          .ifPresent(
              other -> {
                throw new JournalException(Masters.missing(other));
              });
    } catch (SQLException e) {
      throw new JournalException("the keys of orders cannot be read: " + e.getMessage(), e);
    }
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> CompletionStage<T> run(Work<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Connection connection = pool.getConnection()) {
            return work.with(connection);
          } catch (SQLException failure) {
            throw new KeysAway("the keys of orders cannot be reached", failure);
          }
        },
        threads);
  }

  private static Optional<Masters> masters(PersonalSettings settings) {
    return settings.masters().isEmpty()
        ? Optional.empty()
        : Optional.of(new Masters(settings.masters().stream().map(Secret::value).toList()));
  }

  private static KeyCache cache(PersonalSettings settings) {
    return new KeyCache(settings.keysMax(), settings.keysFor(), System::nanoTime);
  }

  private static HikariDataSource pool(JournalSettings journal) {
    Vendor vendor = Vendor.of(journal.url());
    HikariConfig config = new HikariConfig();
    config.setPoolName("personal-keys");
    config.setJdbcUrl(journal.url());
    config.setUsername(journal.user());
    config.setPassword(journal.password().value());
    config.setDriverClassName(vendor.driver());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_MILLIS_MAX);
    config.setInitializationFailTimeout(-1);
    if (vendor == Vendor.POSTGRESQL) {
      config.setConnectionInitSql(BOUNDS);
    }
    return new HikariDataSource(config);
  }
}
