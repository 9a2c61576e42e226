package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.claim.Callback;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.Recorded;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.partner.PartnerCall.Mode;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import dev.crossdock.trade.ShipmentId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, one after the other, over one journal: nothing is lost, nobody has to ask. */
final class NodeTest {
  private static final ShipmentId SHIPMENT = Sample.ID.shipment(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Queue<PartnerCall> calls = new ConcurrentLinkedQueue<>();
  private final Queue<Recorded> followed = new ConcurrentLinkedQueue<>();

  @Test
  void goesOnAfterADeathWithoutBeingAsked(@TempDir Path dir) {
    dieInMidOrder(dir);
    try (NodeBench second = NodeBench.start(dir, this::willing)) {
      awaitCall(Ask.AuthorizePayment.class, Mode.LOOK_UP);
      var end = second.follow(0, followed);
      awaitCall(Ask.ReleaseFulfillment.class, Mode.DO);
      deliver(second);
      await().atMost(PATIENCE).until(end::isDone);
      seesEachEventOnceInOrder(second);
      resumesInTheMiddle(second);
    }
  }

  /** The payment partner never answers, and nobody can tell whether it acted. */
  private void dieInMidOrder(Path dir) {
    try (NodeBench first = NodeBench.start(dir, this::silentOnPayment)) {
      first.place();
      awaitCall(Ask.AuthorizePayment.class, Mode.DO);
    }
    calls.clear();
  }

  private void seesEachEventOnceInOrder(NodeBench node) {
    List<Recorded> stored = node.events();
    assertThat(List.copyOf(followed)).isEqualTo(stored.subList(0, followed.size()));
    assertThat(stored.get(followed.size() - 1).after().status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(stored).extracting(Recorded::version).startsWith(1L, 2L, 3L);
  }

  private void resumesInTheMiddle(NodeBench node) {
    List<Recorded> all = List.copyOf(followed);
    Queue<Recorded> rest = new ConcurrentLinkedQueue<>();
    var end = node.follow(4, rest);
    await().atMost(PATIENCE).until(end::isDone);
    assertThat(List.copyOf(rest)).isEqualTo(all.subList(4, all.size()));
  }

  private static void deliver(NodeBench node) {
    node.take(
        new Callback(
            "default",
            "warehouse",
            "msg-1",
            new Update.FulfillmentUpdated(
                new Answer.Fulfilling("ful-" + SHIPMENT, Answer.FulfillmentStatus.SHIPPED, null))));
    var scan = new Scan("s-1", TrackingStatus.DELIVERED, Sample.NOON, null, null, null, null);
    node.take(
        new Callback(
            "default",
            "carrier",
            "msg-2",
            new Update.TrackingUpdated("TRK-" + SHIPMENT, List.of(scan))));
  }

  private CompletionStage<Outcome> silentOnPayment(PartnerCall call) {
    CompletionStage<Outcome> answer = willing(call);
    return call.ask() instanceof Ask.AuthorizePayment ? new CompletableFuture<>() : answer;
  }

  private CompletionStage<Outcome> willing(PartnerCall call) {
    calls.add(call);
    return CompletableFuture.completedFuture(
        call.mode() == Mode.LOOK_UP
            ? new Outcome.Succeeded(new Answer.Absent())
            : Willing.to(call.ask()));
  }

  private void awaitCall(Class<? extends Ask> ask, Mode mode) {
    await()
        .atMost(PATIENCE)
        .until(() -> calls.stream().anyMatch(c -> ask.isInstance(c.ask()) && c.mode() == mode));
  }
}
