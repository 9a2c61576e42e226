package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.crossdock.journal.Database;
import dev.crossdock.journal.EventHash;
import dev.crossdock.journal.Vendor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That events of many share transactions, that one which cannot be stored holds up nobody, and that
 * each is chained to the one before it.
 */
class GroupedWritesTest {
  private static final int WRITERS = 300;

  @TempDir private Path directory;
  private Database database;
  private ActorTestKit kit;
  private TestProbe<String> probe;

  @BeforeEach
  void start() throws Exception {
    database = Database.migrated(Vendor.POSTGRESQL, directory);
    Config config =
        NodeConfig.of(
            Sample.settings(
                Map.of(
                    "crossdock.journal.url", database.url(),
                    "crossdock.journal.user", database.user(),
                    "crossdock.journal.password", database.password(),
                    "pekko.loglevel", "OFF")));
    Config forgetful = ConfigFactory.parseMap(Map.of("jdbc-journal.last-events-max", 1));
    kit = ActorTestKit.create("grouped", forgetful.withFallback(config));
    probe = kit.createTestProbe(String.class);
  }

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void eventsOfManyShareTransactions() throws Exception {
    List<ActorRef<String>> writers =
        IntStream.range(0, WRITERS).mapToObj(i -> writer("writer-" + i)).toList();
    writers.forEach(writer -> writer.tell("first"));
    probe.receiveSeveralMessages(WRITERS);
    assertThat(database.one("SELECT COUNT(*) FROM event_journal")).isEqualTo("" + WRITERS);
    assertThat(
            Integer.parseInt(
                database.one("SELECT COUNT(DISTINCT transaction_id) FROM event_journal")))
        .isLessThan(WRITERS / 3);
  }

  @Test
  void whatCannotBeStoredHoldsUpNobodyAfterIt() throws Exception {
    ActorRef<String> late = writer("late");
    database.run(
        "INSERT INTO event_journal (persistence_id, sequence_number, writer, write_timestamp,"
            + " adapter_manifest, event_payload, event_ser_id, event_ser_manifest)"
            + " VALUES ('late', 1, 'another', 0, '', '', 20, '')");
    late.tell("second writer");
    probe.expectTerminated(late);
    writer("next").tell("goes on");
    assertThat(probe.receiveMessage()).isEqualTo("next stored goes on");
    assertThat(database.one("SELECT COUNT(*) FROM event_journal")).isEqualTo("2");
  }

  @Test
  void eachEventIsChainedToTheOneBeforeWhoeverRemembersIt() throws Exception {
    ActorRef<String> here = writer("here");
    ActorRef<String> there = writer("there");
    for (String word : List.of("one", "two", "three")) {
      here.tell(word);
      probe.receiveMessage();
      there.tell(word);
      probe.receiveMessage();
    }
    here.tell("stop");
    probe.expectTerminated(here);
    writer("here").tell("four");
    probe.receiveMessage();
    assertThat(broken("here")).isEmpty();
    assertThat(broken("there")).isEmpty();
    assertThat(database.one("SELECT COUNT(chain_hash) FROM event_journal")).isEqualTo("7");
  }

  @Test
  void aChainBeginsBehindEventsThatHaveNoHash() throws Exception {
    database.run(
        "INSERT INTO event_journal (persistence_id, sequence_number, writer, write_timestamp,"
            + " adapter_manifest, event_payload, event_ser_id, event_ser_manifest)"
            + " VALUES ('old', 1, 'before', 0, '', 'x', 20, '')");
    writer("old").tell("new");
    probe.receiveMessage();
    assertThat(broken("old")).containsExactly(1L);
  }

  /** The numbers of events whose hash is not the right one behind the one before. */
  private List<Long> broken(String id) throws SQLException {
    List<Long> broken = new ArrayList<>();
    byte[] before = EventHash.none();
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT sequence_number, write_timestamp, event_ser_id, event_payload, chain_hash"
                    + " FROM event_journal WHERE persistence_id = '"
                    + id
                    + "' ORDER BY sequence_number")) {
      while (row.next()) {
        long number = row.getLong(1);
        byte[] hash =
            EventHash.next(before, id, number, row.getLong(2), row.getInt(3), row.getBytes(4));
        if (Arrays.equals(hash, row.getBytes(5))) {
          before = hash;
        } else {
          broken.add(number);
        }
      }
    }
    return broken;
  }

  /** One that has found out what there is of it, and waits for something to store. */
  private ActorRef<String> writer(String name) {
    ActorRef<String> writer = kit.spawn(new Writer(name, probe.getRef()));
    assertThat(probe.receiveMessage()).isEqualTo(name + " is there");
    return writer;
  }

  /** Stores whatever it is told, and says so. */
  private static final class Writer extends EventSourcedBehavior<String, String, String> {
    private final String name;
    private final ActorRef<String> listener;

    Writer(String name, ActorRef<String> listener) {
      super(PersistenceId.ofUniqueId(name));
      this.name = name;
      this.listener = listener;
    }

    @Override
    public String emptyState() {
      return "";
    }

    @Override
    public CommandHandler<String, String, String> commandHandler() {
      return (state, told) ->
          told.equals("stop")
              ? Effect().stop()
              : Effect().persist(told).thenRun(after -> listener.tell(name + " stored " + after));
    }

    @Override
    public EventHandler<String, String> eventHandler() {
      return (state, event) -> event;
    }

    @Override
    public SignalHandler<String> signalHandler() {
      return newSignalHandlerBuilder()
          .onSignal(RecoveryCompleted.instance(), state -> listener.tell(name + " is there"))
          .build();
    }
  }
}
