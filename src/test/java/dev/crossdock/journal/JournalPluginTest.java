package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import dev.crossdock.order.OrderEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema and the serializers are what Pekko's journal plugin wants of them. */
class JournalPluginTest {
  @TempDir private Path directory;

  /** Asks to store all sample events. */
  private record Store(ActorRef<Done> replyTo) {}

  private static final class Recorder extends EventSourcedBehavior<Store, OrderEvent, Integer> {
    Recorder() {
      super(PersistenceId.of("order", "default:ord_1"));
    }

    @Override
    public Integer emptyState() {
      return 0;
    }

    @Override
    public CommandHandler<Store, OrderEvent, Integer> commandHandler() {
      return newCommandHandlerBuilder()
          .forAnyState()
          .onAnyCommand(
              store ->
                  Effect()
                      .persist(EventSamples.ORDERS)
                      .thenReply(store.replyTo(), n -> Done.done()));
    }

    @Override
    public EventHandler<Integer, OrderEvent> eventHandler() {
      return newEventHandlerBuilder().forAnyState().onAnyEvent((count, event) -> count + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void storesEveryEventAndReadsItBack(Vendor vendor) throws Exception {
    Database database = Database.migrated(vendor, directory);
    ActorSystem<Store> system = started(database);
    try {
      store(system).toCompletableFuture().get();
      assertThat(read(system)).isEqualTo(EventSamples.ORDERS);
      assertThat(database.one("SELECT DISTINCT \"event_ser_manifest\" FROM \"event_journal\""))
          .isEmpty();
    } finally {
      ActorTestKit.shutdown(system);
    }
  }

  @ParameterizedTest
  @EnumSource
  void standsInForARowThatIsDamaged(Vendor vendor) throws Exception {
    Database database = Database.migrated(vendor, directory);
    ActorSystem<Store> system = started(database);
    try {
      store(system).toCompletableFuture().get();
      damage(database);
      assertThat(read(system).get(2)).isInstanceOf(OrderEvent.Unreadable.class);
      assertThat(read(system)).hasSameSizeAs(EventSamples.ORDERS);
    } finally {
      ActorTestKit.shutdown(system);
    }
  }

  private static ActorSystem<Store> started(Database database) {
    ActorSystemSetup setup =
        ActorSystemSetup.create(
            BootstrapSetup.create(config(database)), JournalSerializers.setup(() -> Samples.FLOWS));
    return ActorSystem.create(Behaviors.setup(context -> new Recorder()), "journal-plugin", setup);
  }

  private static CompletionStage<Done> store(ActorSystem<Store> system) {
    return AskPattern.ask(system, Store::new, Duration.ofSeconds(20), system.scheduler());
  }

  private static List<OrderEvent> read(ActorSystem<Store> system) throws Exception {
    return PersistenceQuery.get(system.classicSystem())
        .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier())
        .currentEventsByPersistenceId("order|default:ord_1", 0, Long.MAX_VALUE)
        .map(EventEnvelope::event)
        .map(OrderEvent.class::cast)
        .runWith(org.apache.pekko.stream.javadsl.Sink.seq(), system)
        .toCompletableFuture()
        .get();
  }

  private static void damage(Database database) throws SQLException {
    String nothing =
        switch (database.vendor()) {
          case H2 -> "X'00'";
          case POSTGRESQL -> "'\\x00'";
        };
    database.run(
        "UPDATE \"event_journal\" SET \"event_payload\" = "
            + nothing
            + " WHERE \"sequence_number\" = 3");
  }

  private static Config config(Database database) {
    Config db =
        ConfigFactory.parseMap(
            Map.of(
                "url",
                database.url() + (database.vendor() == Vendor.H2 ? ";AUTO_SERVER=TRUE" : ""),
                "user",
                database.user(),
                "password",
                database.password(),
                "driver",
                database.vendor().driver(),
                "numThreads",
                2,
                "maxConnections",
                2,
                "minConnections",
                1));
    return ConfigFactory.parseString(
            """
            pekko.loglevel = WARNING
            pekko.actor.provider = local
            pekko.actor.allow-java-serialization = off
            pekko.persistence.journal.plugin = jdbc-journal
            jdbc-journal.use-shared-db = slick
            jdbc-read-journal.use-shared-db = slick
            """)
        .withValue(
            "pekko-persistence-jdbc.shared-databases.slick.profile",
            ConfigValueFactory.fromAnyRef(database.vendor().slickProfile()))
        .withValue("pekko-persistence-jdbc.shared-databases.slick.db", db.root())
        .withFallback(ConfigFactory.load());
  }
}
