package dev.crossdock.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.crossdock.flow.Step;
import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.JournalTable;
import dev.crossdock.view.Story;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole journals of each released version are read for ever, and come to the states that they came
 * to then. A journal is never changed, a new version gets a folder of its own; of what is written
 * beside it of its states only the wording may change.
 */
class ReleasedJournalTest {
  private static final Path ALL = Path.of("src/test/resources/golden");
  private static final Path NEWEST = ALL.resolve("v1");
  private static final String JOURNAL = "journal.ndjson";
  private static final String STATES = "states.txt";
  private static final int ORDERS = 4;
  @TempDir private Path directory;

  static Stream<Path> released() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void isStillWholeAndComesToTheSame(Path version) throws SQLException, IOException {
    if (version.equals(NEWEST) && !Files.exists(version.resolve(JOURNAL))) {
      write();
    }
    SomeJournal journal = new SomeJournal(Database.empty(Vendor.H2, directory));
    byte[] exported = Files.readAllBytes(version.resolve(JOURNAL));
    new Importer(journal.settings(), more -> {}).load(new ByteArrayInputStream(exported));
    var stage = new Verifier(journal.archive(), 1).verify(more -> {}).toCompletableFuture();
    await().until(stage::isDone);
    assertThat(stage.join().first()).isEmpty();
    assertThat(states(journal)).isEqualTo(Files.readString(version.resolve(STATES)));
  }

  @Test
  void anEventOfAFutureVersionQuarantinesItsOrderAndNoOther() throws SQLException {
    SomeJournal journal =
        SomeJournal.empty(Vendor.H2, directory)
            .with(Story.told(Story.id(1)), Story.told(Story.id(2)), Story.told(Story.id(3)));
    String future = "{\"type\":\"step-succeeded\",\"v\":2}";
    replaced(journal, Story.id(1), future);
    replaced(journal, Story.id(2), "{\"type\":\"teleported\"}");
    assertThat(status(journal, Story.id(1)))
        .startsWith("QUARANTINED: ")
        .contains("step-succeeded of version 2; this program knows 1 to 1");
    assertThat(status(journal, Story.id(2)))
        .startsWith("QUARANTINED: ")
        .contains("unknown type 'teleported'");
    assertThat(status(journal, Story.id(3))).isEqualTo("RELEASED");
  }

  private static void replaced(SomeJournal journal, OrderId id, String event) throws SQLException {
    journal
        .database()
        .run(
            "UPDATE \"event_journal\" SET \"event_payload\" = STRINGTOUTF8('"
                + event.replace("'", "''")
                + "') WHERE \"persistence_id\" = '"
                + Story.orderKey(id)
                + "' AND \"sequence_number\" = 4");
  }

  private static String status(SomeJournal journal, OrderId id) throws SQLException {
    return String.valueOf(state(journal, id).get(id.value() + " status"));
  }

  private static Map<String, String> state(SomeJournal journal, OrderId id) throws SQLException {
    Archive archive = journal.archive();
    LifeReader reader = new LifeReader(JournalTable.of(Vendor.H2), Codecs.of(archive.flows()));
    Map<String, String> state = new TreeMap<>();
    try (var connection = archive.database().getConnection()) {
      for (Moment moment : reader.life(connection, id).orElseThrow().moments()) {
        for (Difference change : moment.changes()) {
          String after = change.after();
          String name = moment.of() + " " + change.what();
          state.remove(name);
          if (after != null) {
            state.put(name, after);
          }
        }
      }
    }
    return state;
  }

  private static String states(SomeJournal journal) throws SQLException {
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= ORDERS; i++) {
      state(journal, Story.id(i))
          .forEach((name, value) -> all.append(name).append(": ").append(value).append('\n'));
    }
    return all.toString();
  }

  /** For a person to look at and to commit, once a version. */
  private void write() throws SQLException, IOException {
    SomeJournal journal =
        SomeJournal.empty(Vendor.H2, directory.resolve("made"))
            .with(stories().toArray(Story[]::new));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Exporter(journal.archive(), out, false, more -> {}).export(new Selection.All());
    Files.writeString(NEWEST.resolve(JOURNAL), out.toString(StandardCharsets.UTF_8));
    Files.writeString(NEWEST.resolve(STATES), states(journal));
    fail("wrote the journal of " + NEWEST + ": look at it, and commit it");
  }

  private static List<Story> stories() {
    return List.of(
        Story.told(Story.id(1)),
        Story.told(Story.id(2)).delivered(),
        Story.placed(Story.id(3)).refused(Step.CHECK_CUSTOMER),
        Story.told(Story.id(ORDERS)).cancelled().toTheEnd());
  }
}
