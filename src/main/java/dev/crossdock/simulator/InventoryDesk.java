package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reserves stock at two sites; the sku decides where, and whether there is enough. */
final class InventoryDesk implements Desk {

  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration RESTOCK = Duration.ofDays(3);

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.change("reserveInventory", "v1/reservations", (call, shelf) -> reserve(call)),
        Operation.get(
            "findReservation",
            "v1/reservations",
            (call, shelf) -> shelf.lookUp(call, EffectKind.RESERVATION)),
        Operation.change(
            "releaseReservation",
            "v1/reservations/{reservationId}/release",
            (call, shelf) -> release(call, shelf.need(call, EffectKind.RESERVATION))));
  }

  private static Done reserve(Call call) {
    About about = About.order(call.body().text("orderId"));
    call.body().address("shipTo");
    List<Line> lines = call.body().lines("lines");
    if (lines.stream().anyMatch(line -> line.sku().equals("OUT-OF-STOCK"))) {
      throw Refusal.conflict("out-of-stock", "nothing of it can be reserved or promised");
    }
    String id = Ids.next("res");
    boolean expires = lines.stream().anyMatch(line -> line.sku().startsWith("EXPIRES-"));
    Duration kept = expires ? call.pace().verdict() : KEPT;
    Entry entry =
        Entry.of(call, EffectKind.RESERVATION, id, about, "RESERVED")
            .told(reservation(id, lines, call.now(), kept))
            .planning(expires ? Pace.plan(call.now(), kept, List.of("EXPIRED")) : List.of());
    return Done.answer(201, entry.toldNow(), entry);
  }

  private static ObjectNode reservation(String id, List<Line> lines, Instant now, Duration kept) {
    ObjectNode body = Json.object().put("reservationId", id);
    ArrayNode allocations = body.putArray("allocations");
    ArrayNode backordered = body.putArray("backordered");
    for (Line line : lines) {
      int missing = missing(line);
      if (missing < line.quantity()) {
        part(allocations, line, line.quantity() - missing)
            .set("location", Site.of(line.sku()).toJson());
      }
      if (missing > 0) {
        part(backordered, line, missing).put("availableAt", now.plus(RESTOCK).toString());
      }
    }
    return body.put("expiresAt", now.plus(kept).toString());
  }

  private static ObjectNode part(ArrayNode parts, Line line, int quantity) {
    return parts.addObject().put("lineId", line.lineId()).put("quantity", quantity);
  }

  /** Half of a backordered article, rounded up, is not there. */
  private static int missing(Line line) {
    return line.sku().startsWith("BACKORDER-") ? (line.quantity() + 1) / 2 : 0;
  }

  private static Done release(Call call, Entry entry) {
    if (!entry.is("RESERVED")) {
      return Done.answer(200, entry.toldNow());
    }
    Entry released = entry.planning(List.of()).become("RELEASED", call.now());
    return Done.answer(200, released.toldNow(), released);
  }
}
