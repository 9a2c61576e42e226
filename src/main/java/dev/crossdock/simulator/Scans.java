package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The scans of a tracking code: none until the goods are shipped, then one after the other. */
final class Scans {

  private static final EffectKind KIND = EffectKind.TRACKING;
  private static final String CITY = "city";
  private static final List<String> USUAL =
      List.of("PRE_TRANSIT", "PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED");
  private static final List<String> SECOND_TRY =
      List.of(
          "PRE_TRANSIT",
          "PICKED_UP",
          "IN_TRANSIT",
          "OUT_FOR_DELIVERY",
          "DELIVERY_ATTEMPTED",
          "OUT_FOR_DELIVERY",
          "DELIVERED");
  private static final List<String> RETURNED =
      List.of("PRE_TRANSIT", "PICKED_UP", "IN_TRANSIT", "RETURN_TO_SENDER");

  private Scans() {}

  static Entry none(Call call, String code, About about, Address to) {
    return Entry.of(call, KIND, code, about, "UNKNOWN")
        .told(Json.object().put("trackingCode", code))
        .remembering(Map.of(CITY, to.city(), "countryCode", to.countryCode()));
  }

  static boolean any(Shelf shelf, String code) {
    return shelf.find(KIND, code).filter(entry -> !entry.past().isEmpty()).isPresent();
  }

  /** The goods were handed over: the carrier begins to scan. */
  static Entry begin(Entry tracking, Instant now, Pace pace) {
    List<String> way =
        switch (String.valueOf(tracking.memo().get(CITY))) {
          case "Nobody-home" -> SECOND_TRY;
          case "Returned" -> RETURNED;
          case "Lost" -> USUAL.subList(0, 3);
          default -> USUAL;
        };
    return tracking.planning(Pace.plan(now, pace.tracking(), way));
  }

  static Done told(Call call, Shelf shelf) {
    Entry tracking = shelf.need(call, KIND);
    ObjectNode body = Json.object();
    ArrayNode events = body.putArray("events");
    for (int i = 0; i < tracking.past().size(); i++) {
      events.add(event(tracking, i));
    }
    return Done.answer(200, body);
  }

  static Turn due(Entry tracking) {
    Entry scanned = tracking.unfold();
    ObjectNode told = Json.object().put("trackingCode", scanned.ref());
    told.putArray("events").add(event(scanned, scanned.past().size() - 1));
    return Turn.told(Tiding.of(scanned, "tracking.updated", told), scanned);
  }

  private static ObjectNode event(Entry tracking, int index) {
    Moment scan = tracking.past().get(index);
    ObjectNode event =
        Json.object()
            .put("trackingEventId", "tev_" + tracking.ref() + "_" + index)
            .put("status", scan.status())
            .put("occurredAt", scan.at().toString());
    if (scan.status().equals("DELIVERED")) {
      event.put("signedBy", "Simulated Receiver");
      ObjectNode where = event.putObject("location");
      tracking.memo().forEach(where::put);
    }
    return event;
  }
}
