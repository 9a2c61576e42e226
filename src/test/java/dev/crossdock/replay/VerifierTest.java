package dev.crossdock.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.crossdock.journal.Snapshot;
import dev.crossdock.journal.SnapshotCodec;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.Order;
import dev.crossdock.view.Story;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That a sound journal is found to be sound, and every kind of damage is found and named. */
class VerifierTest {
  private static final String ORDER = " WHERE \"persistence_id\" = 'order|default:ord_000001'";
  private static final String THIRD = ORDER + " AND \"sequence_number\" = 3";
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void aSoundJournalIsReadWhole(Vendor vendor) throws SQLException {
    Story[] stories =
        IntStream.range(0, 400).mapToObj(i -> Story.told(Story.id(i))).toArray(Story[]::new);
    SomeJournal journal = SomeJournal.empty(vendor, directory).with(stories);
    AtomicLong progress = new AtomicLong();
    Verifier verifier = new Verifier(journal.archive(), 3);
    Report report = verified(verifier, progress);
    assertThat(report.first()).isEmpty();
    assertThat(report.isSound()).isTrue();
    assertThat(report.entities()).isEqualTo(800);
    long events = 400L * stories[0].events().size();
    assertThat(report.events()).isEqualTo(events).isGreaterThan(5_000);
    assertThat(verifier.events()).isEqualTo(events);
    assertThat(progress).hasValue(events);
    assertThat(report.rows()).hasValue(800L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DELETE FROM \"event_journal\" #third; HOLE",
        "UPDATE \"event_journal\" SET \"deleted\" = TRUE #third; HOLE",
        "UPDATE \"event_journal\" SET \"event_payload\" = X'7B' #third; UNREADABLE",
        "UPDATE \"event_journal\" SET \"event_ser_id\" = 4102 #third; FOREIGN",
        "UPDATE \"event_journal\" SET \"persistence_id\" = 'basket|x:1' #third; FOREIGN",
        "UPDATE \"event_journal\" SET \"persistence_id\" = 'order|default:ord_9' #order; INVARIANT",
        "UPDATE \"event_journal\" SET \"event_payload\" = (SELECT \"event_payload\" FROM"
            + " \"event_journal\" #order AND \"sequence_number\" = 1) #third; MISFIT",
        "DELETE FROM \"event_journal\" WHERE \"persistence_id\" LIKE 'shipment|%'; LOST",
        "UPDATE \"event_journal\" SET \"write_timestamp\" = 1 #third; CHAIN",
        "UPDATE \"event_journal\" SET \"chain_hash\" = X'00' #third; CHAIN",
        "UPDATE \"event_journal\" SET \"chain_hash\" = NULL #order; CHAIN"
      })
  void damageIsFound(String sql, FaultKind kind) throws SQLException {
    SomeJournal journal =
        SomeJournal.empty(Vendor.H2, directory)
            .with(Story.told(Story.id(1)), Story.told(Story.id(2)));
    journal.database().run(sql.replace("#third", THIRD).replace("#order", ORDER));
    Report report = verified(new Verifier(journal.archive(), 2), new AtomicLong());
    assertThat(report.isSound()).isFalse();
    assertThat(report.first()).extracting(Fault::kind).contains(kind);
  }

  @Test
  void anEventThatStillReadsWellButWasChangedIsFoundAndNoOther() throws SQLException {
    SomeJournal journal =
        SomeJournal.empty(Vendor.H2, directory)
            .with(Story.told(Story.id(1)), Story.told(Story.id(2)));
    journal
        .database()
        .run(
            "UPDATE \"event_journal\" SET \"event_payload\" ="
                + " STRINGTOUTF8(REPLACE(UTF8TOSTRING(\"event_payload\"), 'T12:', 'T11:'))"
                + THIRD);
    Report report = verified(new Verifier(journal.archive(), 2), new AtomicLong());
    assertThat(report.first())
        .extracting(Fault::kind, Fault::id, Fault::version)
        .containsExactly(tuple(FaultKind.CHAIN, "order|default:ord_000001", 3L));
  }

  @Test
  void eventsOlderThanTheChainMayBeWithoutAHashButNotBehindItsBeginning() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(Story.told(Story.id(1)));
    journal.database().run("UPDATE \"event_journal\" SET \"chain_hash\" = NULL");
    journal
        .database()
        .run(
            "UPDATE installation SET content = (SELECT MAX(\"ordering\") FROM \"event_journal\")"
                + " WHERE name = 'unchained-to'");
    journal.with(Story.told(Story.id(2)));
    Report older = verified(new Verifier(journal.archive(), 1), new AtomicLong());
    assertThat(older.first()).isEmpty();
    assertThat(older.chained()).isEqualTo(Story.told(Story.id(2)).events().size());
    journal
        .database()
        .run(
            "UPDATE \"event_journal\" SET \"chain_hash\" = NULL WHERE \"persistence_id\" ="
                + " 'order|default:ord_000002' AND \"sequence_number\" = 5");
    assertThat(verified(new Verifier(journal.archive(), 1), new AtomicLong()).first())
        .extracting(Fault::kind, Fault::version)
        .containsExactly(tuple(FaultKind.CHAIN, 5L), tuple(FaultKind.CHAIN, 6L));
  }

  @Test
  void aSnapshotThatSaysSomethingElseIsFound() throws SQLException {
    Story story = Story.told(Story.id(1));
    String id = Story.orderKey(Story.id(1));
    long version = story.version(id);
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(story);
    journal.withSnapshot(id, new Snapshot.OfOrder(version, story.order()), SnapshotCodec.FORM);
    Report sound = verified(new Verifier(journal.archive(), 1), new AtomicLong());
    assertThat(sound.first()).isEmpty();
    assertThat(sound.snapshots()).isEqualTo(1);
    Order early = Story.placed(Story.id(1)).order();
    journal
        .withSnapshot(id, new Snapshot.OfOrder(2, early), SnapshotCodec.FORM)
        .withSnapshot(id, new Snapshot.OfOrder(3, early), "another form")
        .withSnapshot(id, new Snapshot.OfOrder(version + 1, early), SnapshotCodec.FORM);
    assertThat(verified(new Verifier(journal.archive(), 1), new AtomicLong()).first())
        .extracting(Fault::kind, Fault::version, Fault::detail)
        .containsExactly(
            tuple(FaultKind.SNAPSHOT, 2L, "it is not what all events up to it make"),
            tuple(FaultKind.SNAPSHOT, version + 1, "there is no such event"));
  }

  @Test
  void aJournalOfAProgramWithoutHashesIsReadToo() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(Story.told(Story.id(1)));
    journal.database().run("ALTER TABLE \"event_journal\" DROP COLUMN \"chain_hash\"");
    Report report = verified(new Verifier(journal.archive(), 1), new AtomicLong());
    assertThat(report.isSound()).isTrue();
    assertThat(report.chained()).isZero();
  }

  @Test
  void aRowThatSaysSomethingElseIsFoundOnceItsProjectionHasPassed() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(Story.told(Story.id(1)));
    assertThat(verified(new Verifier(journal.archive(), 1), new AtomicLong()).isSound())
        .as("nothing was projected yet")
        .isTrue();
    journal
        .database()
        .run(
            "INSERT INTO pekko_projection_offset_store VALUES"
                + " ('view-1', 'all', '0/1000000', 'x', FALSE, 0)");
    Report behind = verified(new Verifier(journal.archive(), 1), new AtomicLong());
    assertThat(behind.counts()).containsOnlyKeys(FaultKind.VIEW);
    assertThat(behind.first()).extracting(Fault::detail).containsOnly("it has no row");
  }

  @Test
  void aRowWithoutAJournalIsFound() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(Story.placed(Story.id(1)));
    journal
        .database()
        .run(
            "INSERT INTO order_list VALUES (1, 'default', 'ord_gone', 1, 'RECEIVED', 'r', 'c', 0,"
                + " 0, '{}')");
    Report report = verified(new Verifier(journal.archive(), 1), new AtomicLong());
    assertThat(report.first())
        .containsExactly(
            new Fault(FaultKind.VIEW, "order|default:ord_gone", 0, "a row that has no journal"));
  }

  private static Report verified(Verifier verifier, AtomicLong progress) throws SQLException {
    var stage = verifier.verify(progress::addAndGet).toCompletableFuture();
    await().until(stage::isDone);
    return stage.join();
  }
}
