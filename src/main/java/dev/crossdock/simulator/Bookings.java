package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A carrier's bookings: made with a label, voided at once, later, or not at all. */
final class Bookings {

  private static final String VERDICT = "verdict";
  private static final String CODE = "trackingCode";
  private static final RandomGenerator DIGITS = RandomGenerator.of("SecureRandom");

  private Bookings() {}

  static Done book(Call call, Carrier carrier) {
    String shipmentId = call.body().text("shipmentId");
    String rateId = call.body().text("rateId");
    call.body().address("shipFrom");
    Address to = call.body().address("shipTo");
    call.body().kilograms("parcels");
    boolean offered =
        carrier.services().stream()
            .anyMatch(each -> each.rateId(carrier.name(), shipmentId).equals(rateId));
    if (!offered || to.city().equals(carrier.nowhere()) || to.city().equals("Nobook")) {
      throw Refusal.conflict("rate-expired", "the rate " + rateId + " is no longer on offer");
    }
    Optional<String> orderId = call.body().optionalText("reference");
    return booked(call, carrier, new About(orderId.orElse(null), shipmentId), to);
  }

  private static Done booked(Call call, Carrier carrier, About about, Address to) {
    String id = Ids.next("bkg");
    String code = carrier.codePrefix() + DIGITS.nextLong(1_000_000_000_000L, 10_000_000_000_000L);
    Map<String, String> memo = new HashMap<>(Map.of(CODE, code));
    verdictFor(to).ifPresent(verdict -> memo.put(VERDICT, verdict));
    String format = call.body().optionalText("labelFormat").orElse("PDF");
    Entry booking =
        Entry.of(call, EffectKind.BOOKING, id, about, "BOOKED")
            .told(resource(id, code, format))
            .remembering(memo);
    return Done.answer(201, booking.toldNow(), booking, Scans.none(call, code, about, to));
  }

  private static ObjectNode resource(String id, String code, String format) {
    ObjectNode body =
        Json.object()
            .put("bookingId", id)
            .put(CODE, code)
            .put("trackingUrl", "https://tracking.example/" + code);
    body.putObject("label").put("url", "https://labels.example/" + id).put("format", format);
    return body;
  }

  private static Optional<String> verdictFor(Address to) {
    return switch (to.postalCode()) {
      case "77777" -> Optional.of("VOIDED");
      case "77778" -> Optional.of("REJECTED");
      default -> Optional.empty();
    };
  }

  static Done end(Call call, Shelf shelf) {
    Entry booking = shelf.need(call, EffectKind.BOOKING);
    boolean refused = booking.past().stream().anyMatch(past -> past.status().equals("REJECTED"));
    if (booking.is("VOIDED") || refused) {
      return status(refused ? "REJECTED" : "VOIDED", booking);
    }
    String code = String.valueOf(booking.memo().get(CODE));
    if (Scans.any(shelf, code)) {
      throw Refusal.conflict("already-scanned", code + " is on its way");
    }
    String verdict = booking.memo().get(VERDICT);
    if (verdict == null) {
      return status("VOIDED", booking.become("VOIDED", call.now()));
    }
    List<Moment> plan = Pace.plan(call.now(), call.pace().verdict(), List.of(verdict));
    return status("SUBMITTED", booking.plan().isEmpty() ? booking.planning(plan) : booking);
  }

  private static Done status(String status, Entry booking) {
    return Done.answer(200, Json.object().put("status", status), booking);
  }

  /** The verdict on a void has come. */
  static Turn due(Entry booking) {
    Entry decided = booking.unfold();
    String verdict = decided.status();
    Entry after = decided.is("VOIDED") ? decided : decided.standing("BOOKED");
    ObjectNode told = Json.object().put("bookingId", booking.ref()).put("status", verdict);
    return Turn.told(Tiding.of(after, "shipment.void.updated", told), after);
  }
}
