package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import dev.crossdock.journal.Database;
import dev.crossdock.journal.LeaseTable;
import dev.crossdock.journal.Vendor;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.pekko.coordination.lease.LeaseSettings;
import org.apache.pekko.coordination.lease.javadsl.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of two that want to go on, one may. */
class DatabaseLeaseTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void oneHasItUntilItGivesItBack(Vendor vendor) throws SQLException {
    LeaseTable table = new LeaseTable(Database.migrated(vendor, folder).source());
    Lease one = lease(table, "one");
    Lease other = lease(table, "other");
    assertThat(now(one)).isTrue();
    assertThat(now(one)).isTrue();
    assertThat(now(other)).isFalse();
    assertThat(one.checkLease()).isTrue();
    assertThat(other.checkLease()).isFalse();
    assertThat(other.release().toCompletableFuture().join()).isTrue();
    assertThat(now(other)).isFalse();
    assertThat(one.release().toCompletableFuture().join()).isTrue();
    assertThat(now(other)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverDiedWithItHasItForAMinuteAtMost(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, folder);
    LeaseTable table = new LeaseTable(database.source());
    assertThat(now(lease(table, "one"))).isTrue();
    database.run("UPDATE lease SET taken_at = taken_at - INTERVAL '61' SECOND");
    assertThat(now(lease(table, "other"))).isTrue();
    assertThat(now(lease(table, "one"))).isFalse();
  }

  @Test
  void theResolverFindsItUnderItsName() throws ClassNotFoundException {
    var config = ConfigFactory.parseResources("crossdock-pekko.conf").resolve();
    String name =
        config.getString("pekko.cluster.split-brain-resolver.lease-majority.lease-implementation");
    assertThat(Class.forName(config.getString(name + ".lease-class")))
        .isEqualTo(DatabaseLease.class);
  }

  private static boolean now(Lease lease) {
    return lease.acquire().toCompletableFuture().join();
  }

  private static Lease lease(LeaseTable table, String owner) {
    return new DatabaseLease(
        LeaseSettings.apply(
            ConfigFactory.load().getConfig("pekko.coordination.lease"), "sbr", owner),
        table,
        Runnable::run);
  }
}
