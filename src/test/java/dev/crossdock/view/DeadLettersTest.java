package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.journal.Vendor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That what cannot be taken over stands in nobody's way, and is not forgotten. */
class DeadLettersTest {
  private static final String LETTERS = "SELECT COUNT(*) FROM dead_letter";

  @TempDir private Path directory;

  /** Takes everything once but what it is told to refuse, and writes the ids down. */
  private static final class Picky implements Projector {
    final Queue<String> taken = new ConcurrentLinkedQueue<>();
    final AtomicBoolean refuses = new AtomicBoolean(true);
    final AtomicBoolean away = new AtomicBoolean();

    @Override
    public String name() {
      return "picky";
    }

    @Override
    public void apply(Connection connection, List<Change> changes) throws SQLException {
      if (away.getAndSet(false)) {
        throw new SQLException("the connection is gone", "08006");
      }
      List<String> now = new ArrayList<>();
      for (Change change : changes) {
        if (refuses.get() && change.version() == 3 && Careful.idOf(change).endsWith("ord_000001")) {
          throw new IllegalStateException("not this one");
        }
        now.add(Careful.idOf(change) + " " + change.version());
      }
      taken.addAll(now);
    }
  }

  @ParameterizedTest
  @EnumSource
  void setsAsideTheOneChangeThatFailsAndTakesItWhenToldTo(Vendor vendor) throws SQLException {
    Picky picky = new Picky();
    Story one = Story.told(Story.id(1));
    Story two = Story.told(Story.id(2));
    try (Bench bench = Bench.of(vendor, directory, picky).start()) {
      bench.journal(one, two);
      bench.awaitAll();
      int all = one.events().size() + two.events().size();
      await().until(() -> picky.taken.size() == all - 1);
      assertThat(picky.taken).doesNotHaveDuplicates().doesNotContain("order|default:ord_000001 3");
      assertThat(bench.text("SELECT reason FROM dead_letter"))
          .isEqualTo("java.lang.IllegalStateException: not this one");
      assertThat(Bench.answered(bench.readSide.replay()))
          .isEqualTo(new ReadSideDesk.Replayed(0, 1));
      picky.refuses.set(false);
      assertThat(Bench.answered(bench.readSide.replay()))
          .isEqualTo(new ReadSideDesk.Replayed(1, 0));
      assertThat(picky.taken).hasSize(all).contains("order|default:ord_000001 3");
      assertThat(bench.number(LETTERS)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void comesAgainWithTheWholeGroupWhenTheDatabaseFails(Vendor vendor) throws SQLException {
    Picky picky = new Picky();
    picky.refuses.set(false);
    picky.away.set(true);
    Story one = Story.told(Story.id(1));
    try (Bench bench = Bench.of(vendor, directory, picky).start()) {
      bench.journal(one);
      await().until(() -> picky.taken.size() == one.events().size());
      assertThat(picky.taken).doesNotHaveDuplicates();
      assertThat(bench.number(LETTERS)).isZero();
      assertThat(picky.away).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void quarantinesWhatCannotBeReadUntilItCan(Vendor vendor) throws SQLException {
    Story one = Story.told(Story.id(1));
    List<Story.Told> events = new ArrayList<>(one.events());
    Story.Told sound = events.get(2);
    byte[] nonsense = "{\"type\":\"nonsense\"}".getBytes(StandardCharsets.UTF_8);
    events.set(
        2, new Story.Told(sound.persistenceId(), sound.sequenceNumber(), sound.at(), nonsense));
    try (Bench bench = Bench.of(vendor, directory).start()) {
      bench.journal(events);
      bench.journal(Story.told(Story.id(2)));
      bench.awaitAll();
      assertThat(status(bench, 1)).isEqualTo("QUARANTINED");
      assertThat(status(bench, 2)).isEqualTo("RELEASED");
      assertThat(bench.text("SELECT projector FROM dead_letter")).isEqualTo("journal");
      assertThat(bench.number(LETTERS)).isEqualTo(1);
      mend(bench, sound);
      assertThat(Bench.answered(bench.readSide.replay()))
          .isEqualTo(new ReadSideDesk.Replayed(1, 0));
      assertThat(status(bench, 1)).isEqualTo("RELEASED");
      assertThat(bench.number(LETTERS)).isZero();
      assertThat(bench.number("SELECT SUM(orders) FROM order_count")).isEqualTo(2);
    }
  }

  private static void mend(Bench bench, Story.Told sound) throws SQLException {
    try (Connection connection = bench.database.source().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE \"event_journal\" SET \"event_payload\" = ?"
                    + " WHERE \"persistence_id\" = ? AND \"sequence_number\" = ?")) {
      statement.setBytes(1, sound.stored());
      statement.setString(2, sound.persistenceId());
      statement.setLong(3, sound.sequenceNumber());
      statement.executeUpdate();
    }
  }

  private static String status(Bench bench, int number) {
    return bench.text(
        "SELECT status FROM order_list WHERE order_id = '%s'".formatted(Story.id(number).value()));
  }
}
