package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.partner.Scan;
import dev.crossdock.shipment.Tracking;
import org.jspecify.annotations.Nullable;

/** Writes where a parcel is and has been. */
final class TrackingJson {
  private TrackingJson() {}

  static ObjectNode of(Tracking tracking) {
    ObjectNode json = Json.object().put("status", tracking.status().name());
    ArrayNode events = json.putArray("events");
    tracking.scans().forEach(scan -> events.add(scan(scan)));
    return json;
  }

  private static ObjectNode scan(Scan scan) {
    ObjectNode json =
        Json.object()
            .put("trackingEventId", scan.id())
            .put("status", scan.status().name())
            .put("occurredAt", scan.occurredAt().toString());
    Json.put(json, "description", scan.description());
    Json.put(json, "location", place(scan.place()));
    Json.put(json, "estimatedDelivery", scan.estimatedDelivery());
    Json.put(json, "signedBy", scan.signedBy());
    return json;
  }

  private static @Nullable ObjectNode place(Scan.@Nullable Place place) {
    if (place == null) {
      return null;
    }
    ObjectNode json = Json.object();
    Json.put(json, "city", place.city());
    Json.put(json, "countryCode", place.countryCode());
    Json.put(json, "unLocode", place.unLocode());
    return json;
  }
}
