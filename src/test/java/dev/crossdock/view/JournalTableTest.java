package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.SomeOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That a reader of the journal is told everything once, whoever commits when. */
class JournalTableTest {
  private static final int WRITERS = 16;
  private static final int TRANSACTIONS = 60;
  private static final int PAGE = 37;

  @TempDir private Path directory;

  /** Each writer has streams of its own, and gives up one transaction in five. */
  @Test
  void missesAndRepeatsNothingAmongWritersThatRollBack() throws Exception {
    Database database = Database.migrated(Vendor.POSTGRESQL, directory);
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<CompletableFuture<Integer>> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(w -> CompletableFuture.supplyAsync(() -> write(database, w), threads))
              .toList();
      List<JournalRow> read = new ArrayList<>();
      JournalTable journal = JournalTable.of(Vendor.POSTGRESQL);
      try (Connection connection = database.source().getConnection()) {
        while (!writers.stream().allMatch(CompletableFuture::isDone)) {
          readOn(journal, connection, read);
        }
        int more = PAGE;
        while (more > 0) {
          more = readOn(journal, connection, read);
        }
      }
      int written = writers.stream().mapToInt(CompletableFuture::join).sum();
      assertThat(read).hasSize(written);
      assertThat(database.one("SELECT COUNT(*) FROM event_journal"))
          .isEqualTo(String.valueOf(written));
      eachInSequence(read);
    }
  }

  private static int readOn(JournalTable journal, Connection connection, List<JournalRow> read)
      throws SQLException {
    JournalPosition place = read.isEmpty() ? JournalPosition.START : read.getLast().position();
    List<JournalRow> page = journal.page(connection, place, PAGE);
    read.addAll(page);
    return page.size();
  }

  private static void eachInSequence(List<JournalRow> read) {
    Map<String, Long> last = new HashMap<>();
    for (JournalRow row : read) {
      assertThat(row.sequenceNumber()).isEqualTo(last.getOrDefault(row.persistenceId(), 0L) + 1);
      last.put(row.persistenceId(), row.sequenceNumber());
    }
  }

  /** How many it has written for good. */
  private static int write(Database database, int writer) {
    Random random = new Random(writer);
    int written = 0;
    try (Connection connection = database.source().getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < TRANSACTIONS; i++) {
        int events = 1 + random.nextInt(5);
        Bench.insert(connection, events(writer, written, events));
        if (random.nextInt(5) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          written += events;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return written;
  }

  private static List<Story.Told> events(int writer, int after, int howMany) {
    return IntStream.rangeClosed(1, howMany)
        .mapToObj(
            i -> new Story.Told("order|w:" + writer, after + i, SomeOrder.NOON, new byte[] {1}))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatComesNextAndHowMuch(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    JournalTable journal = JournalTable.of(vendor);
    try (Connection connection = database.source().getConnection()) {
      JournalPosition before = journal.head(connection);
      assertThat(journal.next(connection, JournalPosition.START)).isEmpty();
      Bench.insert(connection, events(1, 0, 5));
      JournalPosition head = journal.head(connection);
      assertThat(journal.hasBetween(connection, before, head)).isTrue();
      assertThat(journal.hasBetween(connection, head, head)).isFalse();
      assertThat(journal.count(connection, JournalPosition.START, 100)).isEqualTo(5);
      assertThat(journal.count(connection, JournalPosition.START, 3)).isEqualTo(3);
      List<JournalRow> page = journal.page(connection, JournalPosition.START, 2);
      assertThat(page).extracting(JournalRow::sequenceNumber).containsExactly(1L, 2L);
      assertThat(journal.next(connection, page.getLast().position()).orElseThrow().sequenceNumber())
          .isEqualTo(3);
      assertThat(JournalPosition.of(head.toString())).isEqualTo(head);
    }
  }

  /** However long the journal is: one that sorts all that is left would pay for it at each page. */
  @ParameterizedTest
  @EnumSource
  void readsAPageThroughAnIndexInItsOrder(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    try (Connection connection = OrderPlans.connect(database)) {
      Bench.insert(connection, events(1, 0, 5000));
      JournalTable journal = JournalTable.of(vendor);
      for (String query :
          List.of(journal.pageQuery(500), journal.nextQuery(), journal.countQuery(500))) {
        String plan = OrderPlans.planOnceForAll(connection, vendor, query);
        assertThat(plan)
            .as(query)
            .doesNotContain("Seq Scan", "Sort", "Bitmap", "Gather", "tableScan");
        if (query.contains("ORDER BY") && vendor == Vendor.H2) {
          assertThat(plan).contains("/* index sorted */");
        }
      }
    }
  }
}
