package dev.crossdock.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import dev.crossdock.journal.Vendor;
import dev.crossdock.ops.Supervision;
import dev.crossdock.ops.TreeNode;
import dev.crossdock.webhook.DeliveryLog.State;
import dev.crossdock.webhook.Receiver.Received;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Messages from the tables to merchants' servers, through everything in between. */
@Timeout(120)
class DeliveryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Subscription ALL = Subscription.all();

  @TempDir Path directory;
  private Desk desk;
  private Receiver receiver;
  private HttpCouriers couriers;
  private @Nullable ActorTestKit kit;
  private Supervision supervision = new Supervision();

  @BeforeEach
  void open() throws Exception {
    desk = new Desk(Vendor.H2, directory);
    receiver = Receiver.start();
    couriers = HttpCouriers.create(Desk.settings(), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    stop();
    couriers.close();
    receiver.close();
    desk.close();
  }

  private void start() {
    start(couriers::courier);
  }

  private void start(Supplier<Courier> made) {
    ActorTestKit next =
        ActorTestKit.create(
            ConfigFactory.parseMap(
                    Map.of("pekko.loglevel", "ERROR", "pekko.actor.provider", "local"))
                .withFallback(ConfigFactory.load()));
    kit = next;
    supervision = new Supervision();
    for (int slot = 0; slot < Desk.settings().workers(); slot++) {
      next.spawn(
          Worker.create(
              slot, desk.parts(made), supervision.root().child("webhooks", "supervisor")));
    }
  }

  private void stop() {
    if (kit != null) {
      kit.shutdownTestKit();
    }
  }

  @Test
  void deliversWhatIsDueInOrderAndSigned() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_1");
    start();

    awaitState(endpoint, State.DELIVERED);
    Received received = receiver.received.getFirst();
    DeliveryLog log = desk.log(endpoint).getFirst();
    assertThat(received.header("webhook-id")).isEqualTo(log.messageId());
    assertThat(received.header("webhook-timestamp"))
        .isEqualTo(Long.toString(desk.now().getEpochSecond()));
    assertThat(received.header("webhook-signature"))
        .isEqualTo(
            Signing.header(endpoint.secrets(), log.messageId(), desk.now(), received.body()));
    assertThat(log.attempts()).extracting(DeliveryLog.Attempt::statusCode).containsExactly(200);
  }

  @Test
  void isSignedWithEitherSecretDuringARotation() {
    WebhookEndpoint before = desk.register(receiver.url("/200"), ALL);
    WebhookEndpoint after =
        Desk.answered(desk.webhooks().rotate(Desk.MERCHANT, before.id())).orElseThrow();
    desk.placed("ord_1");
    start();

    awaitState(before, State.DELIVERED);
    Received received = receiver.received.getFirst();
    String id = received.header("webhook-id");
    assertThat(received.header("webhook-signature").split(" ", -1))
        .containsExactly(
            signature(after, id, received.body()), signature(before, id, received.body()));
  }

  @Test
  void triesAgainWhenItIsTimeAndUnderTheSameId() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/500"), ALL);
    desk.placed("ord_1");
    start();
    awaitAttempts(endpoint, 1);

    desk.pass(Duration.ofSeconds(5));
    awaitAttempts(endpoint, 2);
    desk.pass(Duration.ofMinutes(5));
    awaitAttempts(endpoint, 3);

    assertThat(receiver.received)
        .extracting(received -> received.header("webhook-id"))
        .containsOnly(desk.log(endpoint).getFirst().messageId());
    assertThat(desk.log(endpoint).getFirst().dueAt())
        .isEqualTo(desk.now().plus(Duration.ofMinutes(30)));
  }

  @Test
  void stopsTellingAnEndpointThatIsGoneUntilItIsEnabledAgain() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/410"), ALL);
    desk.placed("ord_1");
    start();
    await().atMost(PATIENCE).until(() -> desk.again(endpoint).disabled() != null);
    awaitState(endpoint, State.FAILED);

    Desk.answered(desk.webhooks().enable(Desk.MERCHANT, endpoint.id()));
    desk.placed("ord_2");
    await().atMost(PATIENCE).until(() -> desk.again(endpoint).disabled() != null);
    assertThat(receiver.received).hasSize(2);
  }

  @Test
  void leavesAnEndpointAloneForAsLongAsItSays() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/429"), ALL);
    desk.placed("ord_1");
    start();
    awaitAttempts(endpoint, 1);
    desk.placed("ord_2");
    WebhookEndpoint other = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_3");
    awaitState(other, State.DELIVERED);

    assertThat(receiver.received)
        .filteredOn(received -> received.path().equals("/429"))
        .as("the second and third message wait as well, though others are told")
        .hasSize(1);
    desk.pass(Duration.ofMinutes(2));
    await()
        .atMost(PATIENCE)
        .until(() -> receiver.received.stream().filter(r -> r.path().equals("/429")).count() > 1);
  }

  @Test
  void aDeadEndpointSlowsNoOther() {
    WebhookEndpoint dead = desk.register(receiver.url("/hang"), ALL);
    WebhookEndpoint well = desk.register(receiver.url("/200"), ALL);
    for (int i = 0; i < 100; i++) {
      desk.placed("ord_" + i);
    }
    start();

    await()
        .atMost(PATIENCE)
        .until(() -> desk.log(well).stream().allMatch(log -> log.state() == State.DELIVERED));
    assertThat(desk.log(dead)).noneMatch(log -> log.state() == State.DELIVERED);
    assertThat(receiver.received)
        .filteredOn(received -> received.path().equals("/hang"))
        .as("at 4 at once and 2 s each, while the other got its 100")
        .hasSizeLessThan(100);
  }

  @Test
  void sendsNoMoreAtOnceThanItMay() {
    desk.register(receiver.url("/hang"), ALL);
    for (int i = 0; i < 20; i++) {
      desk.placed("ord_" + i);
    }
    start();

    await().atMost(PATIENCE).until(() -> receiver.received.size() >= 8);
    assertThat(receiver.atOnceMost).hasValueBetween(1, 8);
    assertThat(receiver.received.size()).isLessThan(20);
  }

  @Test
  void goesOnAfterARestartWithWhatWasDueAndNothingElse() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_1");
    start();
    awaitState(endpoint, State.DELIVERED);
    stop();
    desk.placed("ord_2");
    desk.placed("ord_3");
    start();

    await().atMost(PATIENCE).until(() -> receiver.received.size() == 3);
    awaitState(endpoint, State.DELIVERED);
    Set<String> ids = new HashSet<>();
    receiver.received.forEach(received -> ids.add(received.header("webhook-id")));
    assertThat(ids).hasSize(3);
  }

  @Test
  void sendsAgainUnderTheSameIdWhatIsReplayed() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_1");
    start();
    awaitState(endpoint, State.DELIVERED);
    String message = desk.log(endpoint).getFirst().messageId();
    Desk.answered(desk.webhooks().replay(Desk.MERCHANT, endpoint.id(), message));

    await().atMost(PATIENCE).until(() -> receiver.received.size() == 2);
    assertThat(receiver.received)
        .extracting(received -> received.header("webhook-id"))
        .containsOnly(message);
    awaitAttempts(endpoint, 2);
  }

  @Test
  void aDelivererThatFailsIsBegunAgainAndSendsWhatIsDue() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_1");
    AtomicInteger made = new AtomicInteger();
    start(() -> made.incrementAndGet() == 1 ? throwing() : couriers.courier());

    awaitState(endpoint, State.DELIVERED);
    TreeNode webhooks = child(supervision.tree(100), "webhooks");
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
    start();
    awaitAttempts(endpoint, 1);

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

  private void awaitState(WebhookEndpoint endpoint, State state) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !desk.log(endpoint).isEmpty()
                    && desk.log(endpoint).stream().allMatch(log -> log.state() == state));
  }

  private void awaitAttempts(WebhookEndpoint endpoint, int attempts) {
    await()
        .atMost(PATIENCE)
        .until(() -> desk.log(endpoint).getLast().attempts().size() == attempts);
  }

  /** With its newest secret alone. */
  private String signature(WebhookEndpoint endpoint, String id, String body) {
    WebhookEndpoint.Secrets newest =
        new WebhookEndpoint.Secrets(endpoint.secrets().current(), null);
    return Signing.header(newest, id, desk.now(), body);
  }
}
