package dev.crossdock.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderState;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.view.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Makes the messages that a change of an order or a shipment gives rise to. */
final class Messages {
  private static final int ID_BYTES = 16;

  private Messages() {}

  /** The merchant whose order, or whose order's shipment, changed. */
  static String merchant(Change change) {
    return switch (change) {
      case Change.OfOrder order -> order.id().merchant();
      case Change.OfShipment shipment -> shipment.id().merchant();
    };
  }

  /** All of a change's messages: the same, ids included, each time that they are made. */
  static List<WebhookMessage> of(Change change) {
    return News.of(change).stream().map(type -> message(change, type)).toList();
  }

  private static WebhookMessage message(Change change, EventType type) {
    return switch (change) {
      case Change.OfOrder c -> {
        String id = c.id().value();
        yield message(type, c, id, id, c.event().at(), order(c));
      }
      case Change.OfShipment c -> {
        ObjectNode about = shipment(c);
        String orderId = about.path("orderId").asText(c.id().value());
        yield message(type, c, c.id().value(), orderId, c.event().at(), about);
      }
    };
  }

  private static WebhookMessage message(
      EventType type, Change change, String subject, String orderId, Instant at, ObjectNode about) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", type.label()).put("timestamp", at.toString()).set("data", about);
    String merchant = merchant(change);
    String id = id(merchant, subject, change.version(), type);
    return new WebhookMessage(id, merchant, type, orderId, change.storedAt(), json.toString());
  }

  private static ObjectNode order(Change.OfOrder change) {
    return switch (change.after()) {
      case Order order -> OrderPayload.of(order, change.version());
      case OrderState.Quarantined q when q.lastKnown() != null ->
          OrderPayload.of(q.lastKnown(), change.version()).put("status", "QUARANTINED");
      case OrderState.Quarantined quarantined ->
          nothingKnown("orderId", change.id().value(), change.version());
      case OrderState.None none -> throw new IllegalArgumentException("no order " + change.id());
    };
  }

  private static ObjectNode shipment(Change.OfShipment change) {
    return switch (change.after()) {
      case Shipment shipment -> ShipmentPayload.of(shipment, change.version());
      case ShipmentState.Quarantined q when q.lastKnown() != null ->
          ShipmentPayload.of(q.lastKnown(), change.version()).put("status", "QUARANTINED");
      case ShipmentState.Quarantined quarantined ->
          nothingKnown("shipmentId", change.id().value(), change.version());
      case ShipmentState.None none -> throw new IllegalArgumentException("no " + change.id());
    };
  }

  private static ObjectNode nothingKnown(String member, String id, long version) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(member, id)
        .put("version", version)
        .put("status", "QUARANTINED");
  }

  private static String id(String merchant, String subject, long version, EventType type) {
    String all = String.join("\n", merchant, subject, Long.toString(version), type.label());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return "msg_" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
