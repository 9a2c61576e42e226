package dev.crossdock.runtime;

import com.typesafe.config.Config;
import dev.crossdock.journal.LeaseTable;
import dev.crossdock.journal.Vendor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.coordination.lease.LeaseSettings;
import org.apache.pekko.coordination.lease.javadsl.Lease;

/**
 * Whoever has it goes on when a cluster is cut in two: kept in the database, which no node can do
 * without anyway. Named in the configuration, and made by Pekko.
 */
public final class DatabaseLease extends Lease {
  private final LeaseSettings settings;
  private final LeaseTable table;
  private final Executor threads;
  private final Duration patience;
  private volatile boolean isHeld;

  /** As Pekko calls it. */
  public DatabaseLease(LeaseSettings settings, ExtendedActorSystem system) {
    this(
        settings,
        table(system.settings().config().getConfig(NodeConfig.DATABASE)),
        system.dispatchers().lookup("pekko.actor.default-blocking-io-dispatcher"));
  }

  DatabaseLease(LeaseSettings settings, LeaseTable table, Executor threads) {
    this.settings = settings;
    this.table = table;
    this.threads = threads;
    this.patience = Duration.ofNanos(settings.timeoutSettings().operationTimeout().toNanos());
  }

  private static LeaseTable table(Config database) {
    return new LeaseTable(
        Vendor.dataSource(
            database.getString("url"), database.getString("user"), database.getString("password")));
  }

  @Override
  public LeaseSettings getSettings() {
    return settings;
  }

  @Override
  public CompletionStage<Boolean> acquire() {
    return CompletableFuture.supplyAsync(this::take, threads)
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** It is never lost while it is needed: whoever loses it has been given up long before. */
  @Override
  public CompletionStage<Boolean> acquire(Consumer<Optional<Throwable>> lost) {
    return acquire();
  }

  @Override
  public CompletionStage<Boolean> release() {
    return CompletableFuture.supplyAsync(this::giveBack, threads)
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public boolean checkLease() {
    return isHeld;
  }

  private boolean take() {
    try {
      isHeld = table.take(settings.leaseName(), settings.ownerName());
      return isHeld;
    } catch (SQLException e) {
      throw new IllegalStateException("the lease cannot be had: " + e.getMessage(), e);
    }
  }

  private boolean giveBack() {
    isHeld = false;
    try {
      table.giveBack(settings.leaseName(), settings.ownerName());
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("the lease cannot be given back: " + e.getMessage(), e);
    }
  }
}
