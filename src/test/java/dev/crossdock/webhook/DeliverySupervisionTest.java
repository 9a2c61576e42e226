package dev.crossdock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.ops.TreeNode;
import dev.crossdock.webhook.DeliveryLog.State;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What operators see of deliveries: who failed and was begun again, and what is counted. */
@Timeout(120)
class DeliverySupervisionTest {
  private static final Subscription ALL = Subscription.all();

  private final Depot depot;
  private final Desk desk;
  private final Receiver receiver;

  DeliverySupervisionTest(@TempDir Path directory) throws Exception {
    depot = new Depot(directory);
    desk = depot.desk;
    receiver = depot.receiver;
  }

  @AfterEach
  void close() {
    depot.close();
  }

  @Test
  void aDelivererThatFailsIsBegunAgainAndSendsWhatIsDue() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_1");
    AtomicInteger made = new AtomicInteger();
    depot.start(() -> made.incrementAndGet() == 1 ? throwing() : depot.couriers.courier());

    depot.awaitState(endpoint, State.DELIVERED);
    TreeNode webhooks = child(depot.supervision().tree(100), "webhooks");
    TreeNode worker =
        webhooks.children().stream()
            .filter(node -> node.children().stream().anyMatch(it -> it.restarts() > 0))
            .findFirst()
            .orElseThrow();
    assertThat(child(worker, endpoint.id()).lastFailure()).contains("a bug");
    assertThat(child(webhooks, "worker-0").children())
        .extracting(TreeNode::name)
        .contains("housekeeping");
  }

  @Test
  void countsAttemptsByWhatCameOfThemAndShowsWhatIsDue() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/500"), ALL);
    desk.placed("ord_1");
    depot.start();
    depot.awaitAttempts(endpoint, 1);

    assertThat(
            desk.registry
                .get("crossdock.webhooks.attempts")
                .tag("result", "failed")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(desk.registry.get("crossdock.webhooks.due").gauge().value()).isBetween(0.0, 1.0);
  }

  private static Courier throwing() {
    return new Courier() {
      @Override
      public CompletionStage<Answer> carry(java.net.URI url, Envelope envelope) {
        throw new IllegalStateException("a bug");
      }

      @Override
      public void close() {}
    };
  }

  private static TreeNode child(TreeNode node, String name) {
    return node.children().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + node));
  }
}
