package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.journal.Vendor;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.replay.SomeJournal;
import dev.crossdock.view.Story;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That an order is read back from its last snapshot where that can be, from all its events where it
 * cannot, and that a hole is found all the same.
 */
class SnapshotRecoveryTest {
  private static final String FIRST = " WHERE \"sequence_number\" = 1";
  private static final String OTHER_FORM =
      "UPDATE \"snapshot\" SET \"snapshot_ser_manifest\" = '0'";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path directory;
  private SomeJournal journal;
  private RecoveryBench bench;

  /** It is begun, parks its first calls, and has stored what it is like then. */
  @BeforeEach
  void keepSnapshots() throws SQLException {
    journal = SomeJournal.empty(Vendor.H2, directory).with(Story.placed(RecoveryBench.ID));
    bench = new RecoveryBench(journal, 1);
    var order = bench.begin();
    await().atMost(PATIENCE).until(() -> one("SELECT COUNT(*) FROM \"event_journal\"") >= 4);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                one("SELECT COUNT(*) FROM \"snapshot\"") == 2
                    && one("SELECT MAX(\"sequence_number\") FROM \"snapshot\"") == events());
    bench.end(order);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatASnapshotStandsForIsNotReadAgain() throws SQLException {
    OrderReply.Now before = recovered();
    journal.database().run("UPDATE \"event_journal\" SET \"event_payload\" = X'7B'" + FIRST);
    OrderReply.Now after = recovered();
    assertThat(after.state()).isInstanceOf(Order.class).isEqualTo(before.state());
    assertThat(after.version()).isEqualTo(events());
  }

  @Test
  void aSnapshotOfAnotherFormIsPassedOver() throws SQLException {
    OrderReply.Now before = recovered();
    journal.database().run(OTHER_FORM);
    assertThat(recovered().state()).isEqualTo(before.state());
    journal.database().run(OTHER_FORM);
    journal.database().run("UPDATE \"event_journal\" SET \"event_payload\" = X'7B'" + FIRST);
    assertThat(recovered().state())
        .as("all events are read")
        .isInstanceOf(OrderState.Quarantined.class);
  }

  @Test
  void aSnapshotThatIsDamagedIsPassedOver() throws SQLException {
    OrderReply.Now before = recovered();
    journal.database().run("UPDATE \"snapshot\" SET \"snapshot_payload\" = X'7B'");
    assertThat(recovered().state()).isEqualTo(before.state());
  }

  @Test
  void aHoleBelowASnapshotIsFound() throws SQLException {
    journal.database().run("DELETE FROM \"event_journal\" WHERE \"sequence_number\" = 2");
    assertThat(recovered().state()).isInstanceOf(OrderState.Quarantined.class);
  }

  private OrderReply.Now recovered() {
    var order = bench.begin();
    OrderReply.Now now = bench.find(order);
    bench.end(order);
    return now;
  }

  private long events() throws SQLException {
    return one("SELECT MAX(\"sequence_number\") FROM \"event_journal\"");
  }

  private long one(String sql) throws SQLException {
    String number = journal.database().one(sql);
    return number == null ? 0 : Long.parseLong(number);
  }
}
