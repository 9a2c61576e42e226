package dev.crossdock.webhook;

import static dev.crossdock.webhook.OrderPayload.put;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.partner.Scan;
import dev.crossdock.shipment.Shipment;

/** What a message says of a shipment: as it was at that version. What is absent is left out. */
final class ShipmentPayload {
  private ShipmentPayload() {}

  static ObjectNode of(Shipment shipment, long version) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("shipmentId", shipment.id().value())
        .put("orderId", shipment.plan().orderId().value())
        .put("version", version)
        .put("status", shipment.status().name())
        .put("reference", shipment.plan().reference());
    shipment
        .candidate()
        .ifPresent(rate -> json.put("carrier", rate.carrier()).put("service", rate.service()));
    put(json, "trackingCode", shipment.trackingCode());
    var booking = shipment.offers().booking();
    put(json, "trackingUrl", booking == null ? null : booking.trackingUrl());
    ObjectNode tracking = json.putObject("tracking");
    tracking.put("status", shipment.tracking().status().name());
    var scans = shipment.tracking().scans();
    if (!scans.isEmpty()) {
      tracking.set("latest", scan(scans.getLast()));
    }
    return json;
  }

  private static ObjectNode scan(Scan scan) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", scan.status().name())
            .put("occurredAt", scan.occurredAt().toString());
    put(json, "description", scan.description());
    put(json, "estimatedDelivery", scan.estimatedDelivery());
    put(json, "signedBy", scan.signedBy());
    Scan.Place place = scan.place();
    if (place != null) {
      ObjectNode where = json.putObject("location");
      put(where, "city", place.city());
      put(where, "countryCode", place.countryCode());
      put(where, "unLocode", place.unLocode());
    }
    return json;
  }
}
