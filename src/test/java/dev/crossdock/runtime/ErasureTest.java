package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.crossdock.erasure.Erasure;
import dev.crossdock.erasure.StoredErasures;
import dev.crossdock.journal.FlowStore;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.replay.Archive;
import dev.crossdock.replay.BadLine;
import dev.crossdock.replay.Exporter;
import dev.crossdock.replay.Importer;
import dev.crossdock.replay.Report;
import dev.crossdock.replay.Selection;
import dev.crossdock.replay.Verifier;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.CustomerOrders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a whole node: what is personal is sealed in the journal, and gone once it is erased. */
final class ErasureTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String MASTER = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final List<String> PERSONAL = List.of("Ada", "ada@example.com", "Street 1");

  /** The warehouse ships nothing, so that there is time to look. */
  private static CompletionStage<Outcome> willing(PartnerCall call) {
    return CompletableFuture.completedFuture(Willing.to(call.ask()));
  }

  @Test
  void isRefusedWhileAnOrderNeedsItAndThenLeavesNothing(@TempDir Path dir) throws Exception {
    try (NodeBench node = NodeBench.start(dir, ErasureTest::willing, List.of(MASTER))) {
      node.place();
      awaitStatus(node, OrderStatus.RELEASED);
      assertThat(stored(node)).isNotEmpty().noneMatch(ErasureTest::isPersonal);
      assertThat(erase(node))
          .isInstanceOfSatisfying(
              Erasure.StillNeeded.class,
              it -> assertThat(it.orders()).containsEntry("ord_1", OrderStatus.RELEASED));
      assertThat(order(node).content().customer().name()).isEqualTo("Ada");
      cancel(node);
      awaitStatus(node, OrderStatus.CANCELLED);
      List<String> before = events(node);
      assertThat(erase(node))
          .isInstanceOfSatisfying(
              Erasure.Done.class,
              it -> {
                assertThat(it.certificate().orders()).isEqualTo(1);
                assertThat(it.inClear()).isEmpty();
              });
      await().atMost(PATIENCE).untilAsserted(() -> knowsNothing(node));
      assertThat(events(node)).startsWith(before.toArray(String[]::new));
      assertThat(node.events().getFirst().after().content().customer().email())
          .isEqualTo("REDACTED");
    }
    try (NodeBench again = NodeBench.start(dir, ErasureTest::willing, List.of(MASTER))) {
      knowsNothing(again);
      assertThat(erase(again)).isInstanceOf(Erasure.Done.class);
    }
    isSound(dir);
  }

  /** Hashes of what is stored, and the fold of what can be read, are as they were. */
  private static void isSound(Path dir) throws SQLException {
    Verifier verifier = new Verifier(archive(dir), 1);
    Report report = answered(verifier.verify(done -> {}));
    assertThat(report.first()).isEmpty();
    assertThat(report.chained()).isEqualTo(report.events());
    assertThat(report.events()).isPositive();
  }

  @Test
  void ordersMoveToAnotherStoreWithTheirKeys(@TempDir Path dir, @TempDir Path there)
      throws Exception {
    try (NodeBench node = NodeBench.start(dir, ErasureTest::willing, List.of(MASTER))) {
      node.place();
      awaitStatus(node, OrderStatus.RELEASED);
    }
    byte[] without = exported(dir, false);
    assertThatThrownBy(() -> load(there, without))
        .isInstanceOf(BadLine.class)
        .hasMessageContaining("export the journal with --keys");
    byte[] with = exported(dir, true);
    assertThat(isPersonal(new String(with, StandardCharsets.UTF_8))).isFalse();
    assertThat(load(there, with)).isPositive();
    try (NodeBench node = NodeBench.start(there, ErasureTest::willing, List.of(MASTER))) {
      assertThat(order(node).content().customer().name()).isEqualTo("Ada");
      cancel(node);
      awaitStatus(node, OrderStatus.CANCELLED);
      assertThat(erase(node)).isInstanceOf(Erasure.Done.class);
    }
    isSound(there);
  }

  private static byte[] exported(Path from, boolean keys) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Exporter(archive(from), out, keys, done -> {}).export(new Selection.All());
    return out.toByteArray();
  }

  private static long load(Path into, byte[] exported) throws Exception {
    return new Importer(journal(into), done -> {}).load(new ByteArrayInputStream(exported));
  }

  private static JournalSettings journal(Path dir) {
    return Sample.settings(
            Map.of(
                "crossdock.journal.url",
                "jdbc:h2:file:" + dir.resolve("journal"),
                "crossdock.journal.personal.masters",
                List.of(MASTER)))
        .journal();
  }

  /** The node of a test has its flows at hand; whoever only reads finds them where they belong. */
  private static Archive archive(Path dir) {
    JournalSettings journal = journal(dir);
    var database = Vendor.dataSource(journal.url(), journal.user(), journal.password().value());
    new FlowStore(database).register(List.of(Sample.flow()));
    return Archive.open(journal);
  }

  @Test
  void anotherNodeGoesOnWithWhatWasSealed(@TempDir Path dir) throws Exception {
    try (NodeBench first = NodeBench.start(dir, ErasureTest::willing, List.of(MASTER))) {
      first.place();
      awaitStatus(first, OrderStatus.RELEASED);
    }
    try (NodeBench second = NodeBench.start(dir, ErasureTest::willing, List.of(MASTER))) {
      assertThat(order(second).shipTo().street1()).isEqualTo("Street 1");
      assertThat(shipment(second).plan().to().street1()).isEqualTo("Street 1");
      assertThat(shipment(second).plan().contact()).isEqualTo("ada@example.com");
    }
  }

  @Test
  void whatWasStoredInClearIsReadAndSaidToStay(@TempDir Path dir) throws Exception {
    try (NodeBench before = NodeBench.start(dir, ErasureTest::willing)) {
      before.place();
      awaitStatus(before, OrderStatus.RELEASED);
      cancel(before);
      awaitStatus(before, OrderStatus.CANCELLED);
    }
    try (NodeBench node = NodeBench.start(dir, ErasureTest::willing, List.of(MASTER))) {
      assertThat(order(node).content().customer().name()).isEqualTo("Ada");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(erase(node)).isEqualTo(new Erasure.Nothing(List.of(Sample.ID))));
      OrderId next = new OrderId("default", "ord_2");
      answered(node.node().orders().place(Sample.place(next)));
      answered(node.node().orders().cancel(next, new OrderCommand.Cancel("no", "merchant")));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(erase(node))
                      .isInstanceOfSatisfying(
                          Erasure.Done.class,
                          it -> assertThat(it.inClear()).containsExactly(Sample.ID)));
    }
  }

  private static void knowsNothing(NodeBench node) {
    assertThat(order(node).content().customer().name()).isEqualTo("REDACTED");
    assertThat(order(node).shipTo().street1()).isEqualTo("REDACTED");
    assertThat(shipment(node).plan().to().street1()).isEqualTo("REDACTED");
  }

  private static Erasure erase(NodeBench node) {
    return answered(
        new StoredErasures(node.node().orders(), node.keys(), new CustomerOrders(node.readSide()))
            .erase("default", "cus_1"));
  }

  private static void cancel(NodeBench node) {
    answered(
        node.node().orders().cancel(Sample.ID, new OrderCommand.Cancel("changed", "merchant")));
  }

  private static void awaitStatus(NodeBench node, OrderStatus status) {
    await().atMost(PATIENCE).until(() -> order(node).status() == status);
  }

  private static Order order(NodeBench node) {
    OrderReply reply = answered(node.node().orders().find(Sample.ID));
    return (Order) ((OrderReply.Now) reply).state();
  }

  private static Shipment shipment(NodeBench node) {
    ShipmentReply reply = answered(node.node().shipments().find(Sample.ID.shipment(1)));
    return (Shipment) ((ShipmentReply.Now) reply).state();
  }

  private static boolean isPersonal(String stored) {
    return PERSONAL.stream().anyMatch(stored::contains);
  }

  private static List<String> events(NodeBench node) {
    return answered(
        node.readSide()
            .store()
            .run(
                connection -> {
                  List<String> all = new ArrayList<>();
                  read(
                      connection,
                      "SELECT \"event_payload\" FROM \"event_journal\" ORDER BY \"ordering\"",
                      all);
                  return all;
                }));
  }

  /** All that is stored of events, and of what the list of orders shows. */
  private static List<String> stored(NodeBench node) {
    return answered(
        node.readSide()
            .store()
            .run(
                connection -> {
                  List<String> all = new ArrayList<>();
                  read(connection, "SELECT \"event_payload\" FROM \"event_journal\"", all);
                  read(connection, "SELECT summary FROM order_list", all);
                  read(connection, "SELECT payload FROM webhook_message", all);
                  return all;
                }));
  }

  private static void read(Connection connection, String sql, List<String> into)
      throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        into.add(new String(row.getBytes(1), StandardCharsets.UTF_8));
      }
    }
  }

  private static <T> T answered(CompletionStage<T> stage) {
    return stage.toCompletableFuture().copy().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
