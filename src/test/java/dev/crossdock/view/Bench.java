package dev.crossdock.view;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import dev.crossdock.journal.Database;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Vendor;
import dev.crossdock.ops.Supervision;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.ReadSideSettings;
import dev.crossdock.settings.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;

/** A read side over an empty database, and a journal that the test writes. */
final class Bench implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String INSERT =
      "INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\","
          + " \"write_timestamp\", \"adapter_manifest\", \"event_ser_id\","
          + " \"event_ser_manifest\", \"event_payload\") VALUES (?, ?, 'test', ?, '', 1, '', ?)";

  final Database database;
  final ReadStore store;
  final ReadSide readSide;
  final Supervision supervision = new Supervision();
  final MeterRegistry registry = new SimpleMeterRegistry();
  private final ReadSideParts parts;
  private ActorTestKit kit;

  private Bench(Database database, List<Projector> once, ReadSideSettings settings) {
    this.database = database;
    this.store =
        ReadStore.open(
            new JournalSettings(
                database.url(), database.user(), new Secret(database.password()), 4),
            8);
    this.parts =
        new ReadSideParts(
            store,
            Story.FLOWS,
            OrderKeys.NONE,
            settings,
            kind -> kind.label(),
            once,
            registry,
            Clock.systemUTC());
    this.readSide = new ReadSide(parts);
    this.kit = kit();
  }

  static ReadSideSettings settings(int groupSize) {
    return new ReadSideSettings(
        Duration.ofMillis(20), groupSize, Duration.ofMillis(20), 6, 100, 0, Duration.ofSeconds(12));
  }

  static Bench of(Vendor vendor, Path directory, Projector... once) throws SQLException {
    return new Bench(Database.migrated(vendor, directory), List.of(once), settings(50));
  }

  /** As it is unless told otherwise. */
  static Bench measured(Vendor vendor, Path directory) throws SQLException {
    ReadSideSettings usual =
        new ReadSideSettings(
            Duration.ofMillis(200),
            500,
            Duration.ofMillis(50),
            6,
            10_000,
            0,
            Duration.ofSeconds(12));
    return new Bench(Database.migrated(vendor, directory), List.of(), usual);
  }

  private ActorTestKit kit() {
    boolean postgres = database.vendor() == Vendor.POSTGRESQL;
    return ActorTestKit.create(
        ConfigFactory.parseMap(
                Map.of(
                    "pekko.loglevel",
                    "ERROR",
                    "pekko.actor.provider",
                    "local",
                    "pekko.projection.jdbc.blocking-jdbc-dispatcher.thread-pool-executor"
                        + ".fixed-pool-size",
                    3,
                    "pekko.projection.jdbc.dialect",
                    postgres ? "postgres-dialect" : "h2-dialect",
                    "pekko.projection.jdbc.offset-store.use-lowercase-schema",
                    postgres,
                    "pekko.projection.jdbc.offset-store.table",
                    postgres ? "pekko_projection_offset_store" : "PEKKO_PROJECTION_OFFSET_STORE",
                    "pekko.projection.jdbc.offset-store.management-table",
                    postgres ? "pekko_projection_management" : "PEKKO_PROJECTION_MANAGEMENT"))
            .withFallback(ConfigFactory.load()));
  }

  ReadSideParts parts() {
    return parts;
  }

  /** The projections run from now on. */
  Bench start() {
    kit.spawn(readSide.writer(supervision.root().child("read-side", "supervisor")));
    return this;
  }

  /** They stop, in the middle of whatever they do, and others take their place. */
  void restart() {
    stop();
    kit = kit();
    start();
  }

  void stop() {
    kit.shutdownTestKit();
  }

  void journal(Story... stories) throws SQLException {
    for (Story story : stories) {
      journal(story.events());
    }
  }

  /** As one transaction. */
  void journal(List<Story.Told> events) throws SQLException {
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      insert(connection, events);
      connection.commit();
    }
  }

  static void insert(Connection connection, List<Story.Told> events) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (Story.Told told : events) {
        statement.setString(1, told.persistenceId());
        statement.setLong(2, told.sequenceNumber());
        statement.setLong(3, told.at().toEpochMilli());
        statement.setBytes(4, told.stored());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Until everything that is in the journal is in the tables. */
  void awaitAll() {
    await().atMost(PATIENCE).until(() -> answered(readSide.report()).eventsBehind() == 0);
  }

  long number(String sql) {
    return Long.parseLong(text(sql));
  }

  String text(String sql) {
    try {
      return String.valueOf(database.one(sql));
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  void run(String sql) throws SQLException {
    database.run(sql);
  }

  static <T> T answered(CompletionStage<T> stage) {
    return stage.toCompletableFuture().copy().orTimeout(PATIENCE.toSeconds(), SECONDS).join();
  }

  @Override
  public void close() {
    stop();
    store.close();
  }
}
