package dev.crossdock.webhook;

import static dev.crossdock.webhook.Desk.MERCHANT;
import static dev.crossdock.webhook.Desk.answered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Vendor;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.settings.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of endpoints, messages and deliveries, on both databases. */
@ParameterizedClass
@EnumSource(Vendor.class)
class TablesTest {
  private static final Subscription ALL = Subscription.all();

  private final Desk desk;

  TablesTest(Vendor vendor, @TempDir Path directory) throws Exception {
    desk = new Desk(vendor, directory);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void keepsAnEndpointAsItWasRegistered() {
    Secret given = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    Subscription some = Subscription.to(Set.of(EventType.ORDER_SHIPPED, EventType.ORDER_CLOSED));
    WebhookEndpoint made =
        answered(
                desk.webhooks()
                    .register(MERCHANT, URI.create("https://a.example/h?x=1"), some, given))
            .orElseThrow();

    assertThat(desk.again(made)).isEqualTo(made);
    assertThat(made.secrets().current()).isEqualTo(given);
    assertThat(made.id()).matches("whe_[0-9a-f]{24}");
    assertThat(answered(desk.webhooks().all(MERCHANT))).containsExactly(made);
    assertThat(answered(desk.webhooks().all("other"))).isEmpty();
    assertThat(answered(desk.webhooks().find("other", made.id()))).isEmpty();
  }

  @Test
  void takesNoMoreEndpointsThanThereMayBe() {
    for (int i = 0; i < 3; i++) {
      desk.register("https://a.example/" + i, ALL);
    }
    URI fourth = URI.create("https://a.example/4");

    assertThat(answered(desk.webhooks().register(MERCHANT, fourth, ALL, null))).isEmpty();
    assertThat(answered(desk.webhooks().register("other", fourth, ALL, null))).isPresent();
  }

  @Test
  void anEndpointThatIsDeletedIsGone() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);

    assertThat(answered(desk.webhooks().delete("other", endpoint.id()))).isFalse();
    assertThat(answered(desk.webhooks().delete(MERCHANT, endpoint.id()))).isTrue();
    assertThat(answered(desk.webhooks().delete(MERCHANT, endpoint.id()))).isFalse();
    assertThat(answered(desk.webhooks().find(MERCHANT, endpoint.id()))).isEmpty();
  }

  @Test
  void keepsTheOldSecretBesideTheNewOneForADay() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    WebhookEndpoint rotated =
        answered(desk.webhooks().rotate(MERCHANT, endpoint.id())).orElseThrow();

    assertThat(rotated.secrets().current()).isNotEqualTo(endpoint.secrets().current());
    assertThat(rotated.secrets().old())
        .isEqualTo(
            new WebhookEndpoint.Old(
                endpoint.secrets().current(), desk.now().plus(Duration.ofDays(1))));
  }

  @Test
  void tellsEachEndpointWhatItAskedForAndOnce() {
    WebhookEndpoint all = desk.register("https://a.example", ALL);
    WebhookEndpoint some =
        desk.register("https://b.example", Subscription.to(Set.of(EventType.ORDER_CONFIRMED)));
    var placed = Desk.change("ord_1", 1, SomeChange.NO_ORDER, SomeChange.received());
    var confirmed =
        Desk.change(
            "ord_1", 2, SomeChange.received(), SomeChange.confirmed(ShipmentStatus.PLANNED));

    desk.changed(placed);
    desk.changed(placed, confirmed);
    desk.changed(placed, confirmed);

    assertThat(desk.types(all)).containsExactly("order.confirmed", "order.received");
    assertThat(desk.types(some)).containsExactly("order.confirmed");
    DeliveryLog newest = desk.log(all).getFirst();
    assertThat(newest.state()).isEqualTo(DeliveryLog.State.PENDING);
    assertThat(newest.createdAt()).isEqualTo(SomeOrder.NOON.plusMillis(5));
    assertThat(newest.dueAt()).isEqualTo(newest.createdAt());
    assertThat(newest.messageId()).isEqualTo(desk.log(some).getFirst().messageId());
  }

  @Test
  void keepsNothingForMerchantsWithoutAnEndpoint() throws Exception {
    desk.placed("ord_1");

    assertThat(desk.database.one("SELECT COUNT(*) FROM webhook_message")).isEqualTo("0");
  }

  @Test
  void handsOutWhatIsDueInTheOrderInWhichItHappened() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    for (int i = 0; i < 4; i++) {
      desk.placed("ord_" + i);
    }
    List<Delivery> due =
        answered(
            desk.store.run(c -> DeliveryTable.due(c, endpoint.id(), desk.now(), List.of(), 3)));
    long second = due.get(1).number();

    assertThat(due).extracting(Delivery::number).isSorted().hasSize(3);
    assertThat(due).extracting(Delivery::payload).allMatch(text -> text.contains("received"));
    List<Delivery> others =
        answered(
            desk.store.run(
                c -> DeliveryTable.due(c, endpoint.id(), desk.now(), List.of(second), 3)));
    assertThat(others)
        .as("what is under way is left out")
        .hasSize(3)
        .extracting(Delivery::number)
        .doesNotContain(second);
  }

  @Test
  void writesDownEachAttempt() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    desk.placed("ord_1");
    desk.attempted(endpoint, new Answer.Status(500, null));
    desk.pass(Duration.ofSeconds(5));
    desk.attempted(endpoint, new Answer.Nothing("no connection"));

    DeliveryLog log = desk.log(endpoint).getFirst();
    assertThat(log.attempts()).extracting(DeliveryLog.Attempt::number).containsExactly(1, 2);
    assertThat(log.attempts().getFirst().statusCode()).isEqualTo(500);
    assertThat(log.attempts().getLast().error()).isEqualTo("no connection");
    assertThat(log.dueAt()).isEqualTo(desk.now().plus(Duration.ofMinutes(5)));
    assertThat(desk.again(endpoint).failingSince()).isEqualTo(desk.now().minusSeconds(5));

    desk.pass(Duration.ofMinutes(5));
    desk.attempted(endpoint, new Answer.Status(200, null));
    log = desk.log(endpoint).getFirst();
    assertThat(log.state()).isEqualTo(DeliveryLog.State.DELIVERED);
    assertThat(log.dueAt()).isNull();
    assertThat(desk.again(endpoint).failingSince()).isNull();
  }

  @Test
  void disablesAnEndpointThatIsGone() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    desk.placed("ord_1");
    desk.placed("ord_2");
    desk.attempted(endpoint, new Answer.Status(410, null));

    assertThat(desk.again(endpoint).disabled())
        .isEqualTo(new WebhookEndpoint.Disabled(desk.now(), "the endpoint answered 410 Gone"));
    assertThat(due()).isEmpty();
    desk.placed("ord_3");
    assertThat(desk.log(endpoint)).as("nothing new is meant for it").hasSize(2);

    answered(desk.webhooks().enable(MERCHANT, endpoint.id()));
    assertThat(due()).as("what waited goes on").containsExactly(endpoint.id());
    assertThat(answered(desk.webhooks().replay(MERCHANT, endpoint.id(), SomeOrder.NOON)))
        .as("the one it lost, the one that waits, the one it was not meant to get")
        .contains(3);
    assertThat(desk.log(endpoint)).hasSize(3);
  }

  @Test
  void disablesAnEndpointThatTakesNothingForDays() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    desk.placed("ord_1");
    desk.attempted(endpoint, new Answer.Status(500, null));
    desk.pass(Duration.ofDays(4));
    desk.attempted(endpoint, new Answer.Status(500, null));
    assertThat(desk.again(endpoint).disabled()).isNull();
    desk.pass(Duration.ofDays(1));
    desk.attempted(endpoint, new Answer.Status(500, null));

    assertThat(desk.again(endpoint).disabled())
        .extracting(WebhookEndpoint.Disabled::reason)
        .asString()
        .startsWith("nothing was taken since 2026-03-02T12:01:00Z");
  }

  @Test
  void leavesAnEndpointAloneThatAskedForIt() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    desk.placed("ord_1");
    desk.placed("ord_2");
    desk.attempted(endpoint, new Answer.Status(429, Duration.ofMinutes(1)));

    assertThat(due()).as("also with what it was not asked about").isEmpty();
    desk.pass(Duration.ofMinutes(1));
    assertThat(due()).containsExactly(endpoint.id());
  }

  @Test
  void showsTheLogInPages() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    for (int i = 0; i < 5; i++) {
      desk.placed("ord_" + i);
    }
    List<DeliveryLog> first = page(endpoint, Long.MAX_VALUE);
    List<DeliveryLog> second = page(endpoint, first.getLast().number());

    assertThat(first).extracting(DeliveryLog::orderId).containsExactly("ord_4", "ord_3");
    assertThat(second).extracting(DeliveryLog::orderId).containsExactly("ord_2", "ord_1");
  }

  @Test
  void forgetsWhatIsOldAndOnlyThat() throws Exception {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    desk.placed("ord_1");
    desk.attempted(endpoint, new Answer.Status(500, null));
    desk.placed("ord_2");

    assertThat(forget(SomeOrder.NOON, 10)).isZero();
    assertThat(forget(desk.now(), 1)).isEqualTo(1);
    assertThat(desk.log(endpoint)).hasSize(1);
    assertThat(forget(desk.now(), 10)).isEqualTo(1);
    for (String table : List.of("webhook_message", "webhook_delivery", "webhook_attempt")) {
      assertThat(desk.database.one("SELECT COUNT(*) FROM " + table)).as(table).isEqualTo("0");
    }
  }

  @Test
  void countsWhatIsDue() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    desk.placed("ord_1");
    desk.placed("ord_2");

    Upkeep.Backlog backlog = answered(desk.store.run(c -> Upkeep.backlog(c, desk.now())));
    assertThat(backlog.due()).isEqualTo(2);
    assertThat(backlog.oldest()).contains(SomeOrder.NOON.plusMillis(5));
    desk.attempted(endpoint, new Answer.Status(410, null));
    assertThat(answered(desk.store.run(c -> Upkeep.backlog(c, desk.now()))).due()).isZero();
  }

  private List<DeliveryLog> page(WebhookEndpoint endpoint, long before) {
    return answered(desk.webhooks().deliveries(MERCHANT, endpoint.id(), before, 2)).orElseThrow();
  }

  private List<String> due() {
    return answered(
        desk.store.run(
            c -> {
              List<String> all = new java.util.ArrayList<>();
              for (int slot = 0; slot < Desk.settings().workers(); slot++) {
                all.addAll(
                    DeliveryTable.dueEndpoints(c, slot, Desk.settings().workers(), desk.now()));
              }
              return all;
            }));
  }

  private int forget(java.time.Instant before, int rowsMax) {
    return answered(desk.store.run(c -> Upkeep.forget(c, before, rowsMax)));
  }
}
