package dev.crossdock.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.order.Consignment;
import dev.crossdock.order.Ending;
import dev.crossdock.order.Hold;
import dev.crossdock.order.Order;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.trade.Money;
import org.jspecify.annotations.Nullable;

/** What a message says of an order: as it was at that version. What is absent is left out. */
final class OrderPayload {
  private OrderPayload() {}

  static ObjectNode of(Order order, long version) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("orderId", order.id().value())
        .put("version", version)
        .put("status", order.status().name())
        .put("reference", order.content().reference())
        .put("customerId", order.content().customer().id())
        .put("paymentStatus", order.paymentStatus().name());
    json.set("total", money(order.content().total()));
    Ending ending = order.ending();
    if (ending != null) {
      json.putObject("statusReason")
          .put("code", ending.code())
          .put("detail", ending.detail())
          .put("by", ending.by());
    }
    put(json, "cancellationRefused", order.cancellationRefused());
    ArrayNode holds = json.putArray("holds");
    for (Hold hold : order.holds()) {
      holds.addObject().put("holdId", hold.holdId()).put("reason", hold.reason().name());
    }
    ArrayNode shipments = json.putArray("shipments");
    order.consignments().forEach(consignment -> shipments.add(shipment(consignment)));
    return json;
  }

  private static ObjectNode shipment(Consignment consignment) {
    ShipmentSummary summary = consignment.summary();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("shipmentId", summary.id().value())
            .put("status", summary.status().name());
    put(json, "carrier", summary.carrier());
    put(json, "trackingCode", summary.trackingCode());
    put(json, "trackingUrl", summary.trackingUrl());
    return json;
  }

  static ObjectNode money(Money money) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("amount", money.amount().toPlainString())
        .put("currency", money.currency().getCurrencyCode());
  }

  static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
