package dev.crossdock.webhook;

import static dev.crossdock.webhook.SomeChange.NO_ORDER;
import static dev.crossdock.webhook.SomeChange.confirmed;
import static dev.crossdock.webhook.SomeChange.received;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.shipment.SomeShipment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What messages say, and that they are the same each time that they are made. */
class MessagesTest {
  @Test
  void saysWhatTheOrderWasAtThatVersion() throws Exception {
    WebhookMessage message =
        Messages.of(SomeChange.of(7, received(), confirmed(ShipmentStatus.PLANNED))).getFirst();

    JsonNode json = read(message);
    assertThat(json.get("type").asText()).isEqualTo("order.confirmed");
    assertThat(json.get("timestamp").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(json.at("/data/orderId").asText()).isEqualTo("ord_1");
    assertThat(json.at("/data/version").asLong()).isEqualTo(7);
    assertThat(json.at("/data/status").asText()).isEqualTo("CONFIRMED");
    assertThat(json.at("/data/reference").asText()).isEqualTo("R-1");
    assertThat(json.at("/data/total/amount").asText()).isEqualTo("25.00");
    assertThat(json.at("/data/shipments/0/shipmentId").asText()).isEqualTo("shp_1-1");
    assertThat(message.at()).isEqualTo(SomeOrder.NOON.plusMillis(5));
    assertThat(message.orderId()).isEqualTo("ord_1");
  }

  @Test
  void saysWhyAnOrderDoesNotGoThrough() throws Exception {
    OrderState turned = SomeChange.ending(OrderStatus.REJECTED, true);
    JsonNode json =
        read(Messages.of(SomeChange.of(confirmed(ShipmentStatus.PLANNED), turned)).getFirst());

    assertThat(json.at("/data/statusReason/code").asText()).isEqualTo("said-no");
  }

  @Test
  void saysWhereAShipmentIs() throws Exception {
    List<WebhookMessage> messages =
        Messages.of(
            SomeChange.of(SomeShipment.shipped(), SomeShipment.scanned(TrackingStatus.DELIVERED)));

    assertThat(messages).hasSize(2).extracting(WebhookMessage::orderId).containsOnly("ord_1");
    JsonNode json = read(messages.getLast());
    assertThat(json.get("type").asText()).isEqualTo("shipment.tracking_updated");
    assertThat(json.at("/data/shipmentId").asText()).isEqualTo("shp_1-1");
    assertThat(json.at("/data/carrier").asText()).isEqualTo("swift");
    assertThat(json.at("/data/tracking/status").asText()).isEqualTo("DELIVERED");
    assertThat(json.at("/data/tracking/latest/status").asText()).isEqualTo("DELIVERED");
  }

  @Test
  void saysWhatIsKnownOfAnOrderThatIsQuarantined() throws Exception {
    OrderState known = new OrderState.Quarantined("hole", confirmed(ShipmentStatus.PLANNED));
    JsonNode json =
        read(Messages.of(SomeChange.of(confirmed(ShipmentStatus.PLANNED), known)).getFirst());

    assertThat(json.at("/data/status").asText()).isEqualTo("QUARANTINED");
    assertThat(json.at("/data/reference").asText()).isEqualTo("R-1");
  }

  @Test
  void makesTheSameMessageAgainAndNeverTheIdOfAnother() {
    String first = Messages.of(SomeChange.of(1, NO_ORDER, received())).getFirst().id();

    assertThat(first).matches("msg_[0-9a-f]{32}");
    assertThat(Messages.of(SomeChange.of(1, NO_ORDER, received())).getFirst().id())
        .isEqualTo(first);
    assertThat(Messages.of(SomeChange.of(2, NO_ORDER, received())).getFirst().id())
        .isNotEqualTo(first);
    assertThat(Messages.of(SomeChange.of(received(), confirmed(ShipmentStatus.PLANNED))))
        .extracting(WebhookMessage::id)
        .doesNotContain(first);
  }

  private static JsonNode read(WebhookMessage message) throws Exception {
    return JsonMapper.builder().build().readTree(message.payload());
  }
}
