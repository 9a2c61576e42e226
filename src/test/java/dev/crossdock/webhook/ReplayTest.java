package dev.crossdock.webhook;

import static dev.crossdock.webhook.Desk.MERCHANT;
import static dev.crossdock.webhook.Desk.answered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Vendor;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.SomeOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told again, and from when on it counts anew, on both databases. */
@ParameterizedClass
@EnumSource(Vendor.class)
class ReplayTest {
  private static final Subscription ALL = Subscription.all();

  private final Desk desk;

  ReplayTest(Vendor vendor, @TempDir Path directory) throws Exception {
    desk = new Desk(vendor, directory);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void givesUpAfterTheLastAttemptAndBeginsAnewWhenReplayed() {
    WebhookEndpoint endpoint = desk.register("https://a.example", ALL);
    desk.placed("ord_1");
    for (int i = 0; i < 10; i++) {
      desk.attempted(endpoint, new Answer.Status(500, null));
      desk.pass(Duration.ofDays(1));
      answered(desk.webhooks().enable(MERCHANT, endpoint.id()));
    }
    assertThat(desk.log(endpoint).getFirst().state()).isEqualTo(DeliveryLog.State.FAILED);

    String message = desk.log(endpoint).getFirst().messageId();
    assertThat(answered(desk.webhooks().replay(MERCHANT, endpoint.id(), message))).contains(1);
    assertThat(desk.log(endpoint).getFirst().dueAt()).isEqualTo(desk.now());
    for (int i = 0; i < 11; i++) {
      desk.attempted(endpoint, new Answer.Status(500, null));
      desk.pass(Duration.ofDays(1));
      answered(desk.webhooks().enable(MERCHANT, endpoint.id()));
      answered(desk.webhooks().replay(MERCHANT, endpoint.id(), message));
    }
    assertThat(desk.log(endpoint).getFirst().attempts())
        .as("no more are kept than the last twenty")
        .hasSize(20)
        .last()
        .extracting(DeliveryLog.Attempt::number)
        .isEqualTo(21);
  }

  @Test
  void replaysWhatWasBeforeAnEndpointWasThereIfItWantsToHearOfIt() {
    desk.register("https://a.example", ALL);
    desk.placed("ord_1");
    desk.changed(
        Desk.change(
            "ord_1", 2, SomeChange.received(), SomeChange.confirmed(ShipmentStatus.PLANNED)));
    WebhookEndpoint late =
        desk.register("https://b.example", Subscription.to(Set.of(EventType.ORDER_CONFIRMED)));

    assertThat(answered(desk.webhooks().replay(MERCHANT, late.id(), SomeOrder.NOON.plusSeconds(1))))
        .contains(0);
    assertThat(answered(desk.webhooks().replay(MERCHANT, late.id(), SomeOrder.NOON))).contains(1);
    assertThat(desk.types(late)).containsExactly("order.confirmed");
    assertThat(answered(desk.webhooks().replay(MERCHANT, late.id(), "msg_0"))).contains(0);
    assertThat(answered(desk.webhooks().replay(MERCHANT, "whe_0", SomeOrder.NOON))).isEmpty();
  }
}
