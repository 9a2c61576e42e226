package dev.crossdock.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.webhook.DeliveryLog.State;
import dev.crossdock.webhook.Receiver.Received;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Messages from the tables to merchants' servers, through everything in between. */
@Timeout(120)
class DeliveryTest {
  private static final Subscription ALL = Subscription.all();

  private final Depot depot;
  private final Desk desk;
  private final Receiver receiver;

  DeliveryTest(@TempDir Path directory) throws Exception {
    depot = new Depot(directory);
    desk = depot.desk;
    receiver = depot.receiver;
  }

  @AfterEach
  void close() {
    depot.close();
  }

  @Test
  void deliversWhatIsDueSigned() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_1");
    depot.start();

    depot.awaitState(endpoint, State.DELIVERED);
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
    depot.start();

    depot.awaitState(before, State.DELIVERED);
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
    depot.start();
    depot.awaitAttempts(endpoint, 1);

    desk.pass(Duration.ofSeconds(5));
    depot.awaitAttempts(endpoint, 2);
    desk.pass(Duration.ofMinutes(5));
    depot.awaitAttempts(endpoint, 3);

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
    depot.start();
    await().atMost(Depot.PATIENCE).until(() -> desk.again(endpoint).disabled() != null);
    depot.awaitState(endpoint, State.FAILED);

    Desk.answered(desk.webhooks().enable(Desk.MERCHANT, endpoint.id()));
    desk.placed("ord_2");
    await().atMost(Depot.PATIENCE).until(() -> desk.again(endpoint).disabled() != null);
    assertThat(receiver.received).hasSize(2);
  }

  @Test
  void leavesAnEndpointAloneForAsLongAsItSays() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/429"), ALL);
    desk.placed("ord_1");
    depot.start();
    depot.awaitAttempts(endpoint, 1);
    desk.placed("ord_2");
    WebhookEndpoint other = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_3");
    depot.awaitState(other, State.DELIVERED);

    assertThat(receiver.received)
        .filteredOn(received -> received.path().equals("/429"))
        .as("the second and third message wait as well, though others are told")
        .hasSize(1);
    desk.pass(Duration.ofMinutes(2));
    await()
        .atMost(Depot.PATIENCE)
        .until(() -> receiver.received.stream().filter(r -> r.path().equals("/429")).count() > 1);
  }

  @Test
  void aDeadEndpointSlowsNoOther() {
    WebhookEndpoint dead = desk.register(receiver.url("/hang"), ALL);
    WebhookEndpoint well = desk.register(receiver.url("/200"), ALL);
    for (int i = 0; i < 100; i++) {
      desk.placed("ord_" + i);
    }
    depot.start();

    await()
        .atMost(Depot.PATIENCE)
        .until(() -> desk.log(well).stream().allMatch(log -> log.state() == State.DELIVERED));
    assertThat(desk.log(dead)).noneMatch(log -> log.state() == State.DELIVERED);
    assertThat(receiver.received)
        .filteredOn(received -> received.path().equals("/hang"))
        .as("at 4 at once and 2 s each, while the other got its 100")
        .hasSizeLessThan(100);
  }

  @Test
  void sendsNoMoreAtOnceThanItMay() {
    WebhookEndpoint silent = desk.register("http://silent.example", ALL);
    WebhookEndpoint quick = desk.register("http://quick.example", ALL);
    for (int i = 0; i < 20; i++) {
      desk.placed("ord_" + i);
    }
    QuickOrSilent couriers = new QuickOrSilent();
    depot.start(() -> couriers);

    depot.awaitState(quick, State.DELIVERED);
    await().atMost(Depot.PATIENCE).until(() -> couriers.sentTo(silent) > 0);
    assertThat(couriers.sentTo(silent)).isEqualTo(Desk.settings().concurrencyMax());
    assertThat(couriers.sentTo(quick)).isEqualTo(20);
  }

  @Test
  void goesOnAfterARestartWithWhatWasDueAndNothingElse() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_1");
    depot.start();
    depot.awaitState(endpoint, State.DELIVERED);
    depot.stop();
    desk.placed("ord_2");
    desk.placed("ord_3");
    depot.start();

    await().atMost(Depot.PATIENCE).until(() -> receiver.received.size() == 3);
    depot.awaitState(endpoint, State.DELIVERED);
    Set<String> ids = new HashSet<>();
    receiver.received.forEach(received -> ids.add(received.header("webhook-id")));
    assertThat(ids).hasSize(3);
  }

  @Test
  void sendsAgainUnderTheSameIdWhatIsReplayed() {
    WebhookEndpoint endpoint = desk.register(receiver.url("/200"), ALL);
    desk.placed("ord_1");
    depot.start();
    depot.awaitState(endpoint, State.DELIVERED);
    String message = desk.log(endpoint).getFirst().messageId();
    Desk.answered(desk.webhooks().replay(Desk.MERCHANT, endpoint.id(), message));

    await().atMost(Depot.PATIENCE).until(() -> receiver.received.size() == 2);
    assertThat(receiver.received)
        .extracting(received -> received.header("webhook-id"))
        .containsOnly(message);
    depot.awaitAttempts(endpoint, 2);
  }

  /** With its newest secret alone. */
  private String signature(WebhookEndpoint endpoint, String id, String body) {
    WebhookEndpoint.Secrets newest =
        new WebhookEndpoint.Secrets(endpoint.secrets().current(), null);
    return Signing.header(newest, id, desk.now(), body);
  }
}
