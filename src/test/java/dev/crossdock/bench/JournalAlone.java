package dev.crossdock.bench;

import com.typesafe.config.ConfigFactory;
import dev.crossdock.flow.Flows;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.JournalSerializers;
import dev.crossdock.journal.Migrations;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.runtime.NodeConfig;
import dev.crossdock.settings.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The same event, again and again: through persistent actors, or in batches of plain JDBC. */
final class JournalAlone implements AutoCloseable {
  private static final int WRITERS = 500;
  private static final int BATCH = 400;
  private static final int CONNECTIONS = BaselineStore.CONNECTIONS;
  private static final long WAIT_MAX_SECONDS = 180;
  private static final Flows FLOWS = new Flows(List.of(SomeFlow.express()), List.of());
  private static final OrderEvent EVENT =
      new OrderEvent.Stepped(
          new StepEvent.Succeeded(
              Step.AUTHORIZE_PAYMENT,
              1,
              "payment",
              SomeAnswers.authorized(SomeOrder.anyOrder().total()),
              SomeOrder.NOON));
  private static final String INSERT =
      "INSERT INTO event_journal (persistence_id, sequence_number, deleted, writer,"
          + " write_timestamp, adapter_manifest, event_ser_id, event_ser_manifest, event_payload)"
          + " VALUES (?, ?, false, 'bench', 0, '', 4101, '', ?)";

  private final String url;
  private final ActorSystem<SpawnProtocol.Command> system;

  private JournalAlone(String url, ActorSystem<SpawnProtocol.Command> system) {
    this.url = url;
    this.system = system;
  }

  /**
   * Begins with an empty schema.
   *
   * @param config of a Crossdock whose journal is at that URL
   */
  static JournalAlone open(String url, Path config) throws Exception {
    Migrations.migrate(url, "postgres", "");
    Settings settings = Settings.load(config, Map.of(), Map.of());
    ActorSystemSetup setup =
        ActorSystemSetup.create(
            BootstrapSetup.create(
                ConfigFactory.parseString("pekko.actor.provider = local")
                    .withFallback(NodeConfig.of(settings))),
            JournalSerializers.setup(() -> FLOWS));
    Behavior<SpawnProtocol.Command> guardian = Behaviors.setup(context -> SpawnProtocol.create());
    return new JournalAlone(url, ActorSystem.create(guardian, "journal-alone", setup));
  }

  /** Rows a second when as many actors as may be wait for each of their events to be stored. */
  double writeByJournal(String name, int events) throws InterruptedException {
    CountDownLatch written = new CountDownLatch(events / WRITERS * WRITERS);
    long start = System.nanoTime();
    for (int i = 0; i < WRITERS; i++) {
      Behavior<JournalWriter.Next> writer =
          JournalWriter.create(name + i, EVENT, events / WRITERS, written);
      system.tell(
          new SpawnProtocol.Spawn<>(
              writer, name + i, org.apache.pekko.actor.typed.Props.empty(), system.ignoreRef()));
    }
    require(written.await(WAIT_MAX_SECONDS, TimeUnit.SECONDS));
    return perSecond(events / WRITERS * WRITERS, start);
  }

  /** Rows a second of as many connections, each in batches. */
  double writeByJdbc(String name, int events) throws Exception {
    byte[] payload = EventCodec.orders(() -> FLOWS).encode(EVENT);
    int batches = Math.max(1, events / BATCH / CONNECTIONS);
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        String id = name + i;
        writing.add(
            threads.submit(
                () -> {
                  insert(id, batches, payload);
                  return null;
                }));
      }
      for (Future<?> one : writing) {
        one.get();
      }
    }
    return perSecond(CONNECTIONS * batches * BATCH, start);
  }

  private void insert(String id, int batches, byte[] payload) throws SQLException {
    String fast = url + "?reWriteBatchedInserts=true";
    try (Connection connection = DriverManager.getConnection(fast, "postgres", "");
        PreparedStatement row = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      for (int i = 0; i < batches * BATCH; i++) {
        row.setString(1, id);
        row.setLong(2, i + 1L);
        row.setBytes(3, payload);
        row.addBatch();
        if ((i + 1) % BATCH == 0) {
          row.executeBatch();
          connection.commit();
        }
      }
    }
  }

  private static double perSecond(int rows, long start) {
    return rows / ((System.nanoTime() - start) / 1e9);
  }

  private static void require(boolean inTime) {
    if (!inTime) {
      throw new IllegalStateException("not written within " + WAIT_MAX_SECONDS + " s");
    }
  }

  @Override
  public void close() {
    ActorTestKit.shutdown(system);
  }
}
