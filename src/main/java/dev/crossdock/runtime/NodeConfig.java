package dev.crossdock.runtime;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.Settings;
import dev.crossdock.settings.TlsSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes Pekko's configuration from Crossdock's. */
public final class NodeConfig {
  /** Where the configuration has the journal's database. */
  static final String DATABASE = "pekko-persistence-jdbc.shared-databases.slick.db";

  private static final String SLICK = "pekko-persistence-jdbc.shared-databases.slick.";

  /**
   * Nothing that the database does for the journal may hang: not a statement, not a lock. Nor is it
   * to plan the same few statements anew each time, which may take longer than to run them.
   */
  private static final String BOUNDS =
      "SET statement_timeout = '25s'; SET lock_timeout = '5s';"
          + " SET idle_in_transaction_session_timeout = '5s';"
          + " SET plan_cache_mode = force_generic_plan";

  private static final Duration MARGIN = Duration.ofSeconds(5);

  private NodeConfig() {}

  /** Everything, Pekko's own defaults included. */
  public static Config of(Settings settings) {
    Map<String, Object> machine = new HashMap<>(journal(settings.journal()));
    machine.put("pekko.remote.artery.canonical.hostname", settings.cluster().host());
    machine.put("pekko.remote.artery.canonical.port", settings.cluster().port());
    machine.put("pekko.cluster.sharding.number-of-shards", settings.runtime().shards());
    machine.put("jdbc-snapshot-store.every", settings.runtime().snapshotEvery());
    machine.put(
        "pekko.coordinated-shutdown.phases.before-service-unbind.timeout",
        settings.cluster().drain().plus(MARGIN));
    machine.putAll(tls(settings.cluster().tls()));
    appVersion().ifPresent(version -> machine.put("pekko.cluster.app-version", version));
    return settings
        .pekko()
        .withFallback(ConfigFactory.parseMap(machine))
        .withFallback(ConfigFactory.parseResources("crossdock-pekko.conf"))
        .withFallback(ConfigFactory.defaultReferenceUnresolved())
        .resolve();
  }

  /**
   * While nodes of two versions run, shards go to the newer; known only to the packaged program.
   */
  private static Optional<String> appVersion() {
    return Optional.ofNullable(NodeConfig.class.getPackage().getImplementationVersion());
  }

  /** Both sides of a connection show a certificate, and have a name in it in common. */
  private static Map<String, Object> tls(@Nullable TlsSettings tls) {
    if (tls == null) {
      return Map.of();
    }
    String artery = "pekko.remote.artery.";
    String engine = artery + "ssl.rotating-keys-engine.";
    return Map.of(
        artery + "transport",
        "tls-tcp",
        artery + "ssl.ssl-engine-provider",
        "org.apache.pekko.remote.artery.tcp.ssl.RotatingKeysSSLEngineProvider",
        engine + "key-file",
        tls.key().toString(),
        engine + "cert-file",
        tls.certificate().toString(),
        engine + "ca-cert-file",
        tls.authority().toString());
  }

  private static Map<String, Object> journal(JournalSettings journal) {
    boolean postgres = journal.isPostgres();
    Map<String, Object> config = new HashMap<>();
    config.put(SLICK + "profile", "slick.jdbc." + (postgres ? "PostgresProfile$" : "H2Profile$"));
    config.put(SLICK + "db.url", journal.url());
    config.put(SLICK + "db.user", journal.user());
    config.put(SLICK + "db.password", journal.password().value());
    config.put(SLICK + "db.driver", postgres ? "org.postgresql.Driver" : "org.h2.Driver");
    if (postgres) {
      config.put(SLICK + "db.connectionInitSql", BOUNDS);
    }
    config.put(SLICK + "db.numThreads", journal.poolSize());
    config.put(SLICK + "db.maxConnections", journal.poolSize());
    config.put(SLICK + "db.minConnections", Math.min(2, journal.poolSize()));
    config.putAll(projections(postgres));
    return config;
  }

  /** Where Pekko Projection keeps how far it is, and how many threads of it may wait for that. */
  private static Map<String, Object> projections(boolean postgres) {
    String jdbc = "pekko.projection.jdbc.";
    Map<String, Object> config = new HashMap<>();
    config.put(jdbc + "blocking-jdbc-dispatcher.thread-pool-executor.fixed-pool-size", 3);
    config.put(jdbc + "dialect", postgres ? "postgres-dialect" : "h2-dialect");
    if (!postgres) {
      config.put(jdbc + "offset-store.use-lowercase-schema", false);
      config.put(jdbc + "offset-store.table", "PEKKO_PROJECTION_OFFSET_STORE");
      config.put(jdbc + "offset-store.management-table", "PEKKO_PROJECTION_MANAGEMENT");
    }
    return config;
  }
}
