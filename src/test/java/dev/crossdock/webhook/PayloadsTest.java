package dev.crossdock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.personal.PersonalKeys;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.PersonalSettings;
import dev.crossdock.settings.Secret;
import dev.crossdock.trade.OrderId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that wait, or are kept, do not tell of a person whom somebody wants forgotten. */
class PayloadsTest {
  private static final OrderId ORDER = new OrderId("default", "ord_1");
  private static final String SIGNED =
      "{\"type\":\"shipment.delivered\",\"data\":{\"orderId\":\"ord_1\",\"tracking\":{\"latest\":"
          + "{\"status\":\"DELIVERED\",\"signedBy\":\"Ada Nyman\"}}}}";
  private static final String REFUSED =
      "{\"type\":\"order.rejected\",\"data\":{\"statusReason\":{\"code\":\"address-invalid\","
          + "\"detail\":\"no Street 1 there\"}}}";

  @TempDir private Path directory;

  @Test
  void areSealedWhileTheyWaitAndSentAsTheyWere() throws SQLException {
    try (PersonalKeys keys = keys()) {
      Payloads payloads = new Payloads(keys.keys());
      for (String payload : List.of(SIGNED, REFUSED)) {
        String stored = stored(payloads, payload);
        assertThat(stored).doesNotContain("Ada", "Street");
        assertThat(sent(payloads, stored)).isEqualTo(payload);
      }
    }
  }

  @Test
  void sayRedactedOnceTheCustomerIsErased() throws SQLException {
    try (PersonalKeys keys = keys()) {
      Payloads payloads = new Payloads(keys.keys());
      String stored = stored(payloads, SIGNED);
      done(keys.destroy("default", "cus_1", List.of(ORDER)));
      String redacted = SIGNED.replace("Ada Nyman", "REDACTED");
      assertThat(sent(payloads, stored)).isEqualTo(redacted);
      assertThat(stored(payloads, SIGNED)).isEqualTo(redacted);
    }
  }

  @Test
  void whatWasStoredBeforeThereWereKeysIsSentAsItIs() throws SQLException {
    try (PersonalKeys keys = keys()) {
      assertThat(sent(new Payloads(keys.keys()), SIGNED)).isEqualTo(SIGNED);
    }
  }

  private static String stored(Payloads payloads, String payload) {
    WebhookMessage message =
        new WebhookMessage(
            "msg_1", "default", EventType.ORDER_RECEIVED, ORDER.value(), SomeOrder.NOON, payload);
    return payloads.sealed(List.of(message)).getFirst().payload();
  }

  private static String sent(Payloads payloads, String stored) {
    return payloads.opened(new Delivery(1, "msg_1", "any", 0, 0, stored)).payload();
  }

  private PersonalKeys keys() throws SQLException {
    Database database = Database.migrated(Vendor.H2, directory);
    Secret master = new Secret(Base64.getEncoder().encodeToString(new byte[32]));
    PersonalKeys keys =
        PersonalKeys.open(
            new JournalSettings(
                database.url(),
                database.user(),
                new Secret(database.password()),
                4,
                new PersonalSettings(List.of(master), true, 100, Duration.ofSeconds(60))),
            Clock.systemUTC());
    keys.keys().begin(ORDER, "cus_1");
    done(keys.keys().stored());
    return keys;
  }

  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
