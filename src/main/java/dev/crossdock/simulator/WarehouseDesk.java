package dev.crossdock.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Picks, packs and ships at its own pace; the skus decide what it refuses. */
final class WarehouseDesk implements Desk {

  private static final EffectKind KIND = EffectKind.FULFILLMENT;
  private static final String CODE = "trackingCode";
  private static final String MANNER = "manner";
  private static final Set<String> TOO_LATE = Set.of("PACKED", "SHIPPED");
  private static final List<String> USUAL = List.of("ACCEPTED", "PICKED", "PACKED", "SHIPPED");

  private final Pace pace;

  WarehouseDesk(Pace pace) {
    this.pace = pace;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.change("releaseFulfillment", "v1/fulfillments", (call, shelf) -> begin(call)),
        Operation.get(
            "findFulfillment", "v1/fulfillments", (call, shelf) -> shelf.lookUp(call, KIND)),
        Operation.change(
            "cancelFulfillment",
            "v1/fulfillments/{fulfillmentId}/cancel",
            (call, shelf) -> cancel(call, shelf.need(call, KIND))));
  }

  private static Done begin(Call call) {
    About about = new About(call.body().text("orderId"), call.body().text("shipmentId"));
    call.body().text("location");
    String manner = manner(call.body().lines("lines"));
    Map<String, String> memo = new HashMap<>(Map.of(MANNER, manner));
    call.body().optionalText(CODE).ifPresent(code -> memo.put(CODE, code));
    List<String> way = manner.equals("WH-REJECT") ? List.of("REJECTED") : USUAL;
    String id = Ids.next("ful");
    Entry entry =
        Entry.of(call, KIND, id, about, "SUBMITTED")
            .told(Json.object().put("fulfillmentId", id))
            .remembering(memo)
            .planning(Pace.plan(call.now(), call.pace().warehouse(), way));
    return Done.answer(202, entry.toldNow(), entry);
  }

  /** The first of the skus with a manner of its own decides for all. */
  private static String manner(List<Line> lines) {
    return lines.stream()
        .flatMap(
            line ->
                List.of("WH-REJECT", "WH-ASK", "WH-KEEP").stream()
                    .filter(manner -> line.sku().startsWith(manner + "-")))
        .findFirst()
        .orElse("usual");
  }

  private static Done cancel(Call call, Entry entry) {
    if (TOO_LATE.contains(entry.status())) {
      throw Refusal.conflict("too-late", "it is " + entry.status());
    }
    if (entry.is("CANCELLED") || entry.is("CANCELLATION_REQUESTED")) {
      return Done.answer(200, entry.toldNow());
    }
    Instant now = call.now();
    Entry after =
        switch (String.valueOf(entry.memo().get(MANNER))) {
          case "WH-ASK" -> asked(entry, now, call.pace(), List.of("CANCELLED"));
          case "WH-KEEP" -> asked(entry, now, call.pace(), keeping(entry));
          default -> entry.planning(List.of()).become("CANCELLED", now);
        };
    return Done.answer(200, after.toldNow(), after);
  }

  private static Entry asked(Entry entry, Instant now, Pace pace, List<String> then) {
    return entry
        .planning(Pace.plan(now, pace.warehouse(), then))
        .become("CANCELLATION_REQUESTED", now);
  }

  /** It says no and goes on with what is left to do. */
  private static List<String> keeping(Entry entry) {
    List<String> then = new ArrayList<>(List.of("CANCELLATION_REJECTED"));
    entry.plan().stream().map(Moment::status).filter(USUAL::contains).forEach(then::add);
    return then;
  }

  @Override
  public Turn due(Entry entry, Shelf shelf) {
    Entry next = entry.unfold();
    List<Entry> changed = new ArrayList<>(List.of(next));
    if (next.is("SHIPPED")) {
      String code = next.memo().getOrDefault(CODE, "");
      shelf
          .find(EffectKind.TRACKING, code)
          .filter(tracking -> tracking.past().isEmpty() && tracking.plan().isEmpty())
          .map(tracking -> Scans.begin(tracking, next.past().getLast().at(), pace))
          .ifPresent(changed::add);
    }
    var told = next.toldNow();
    if (next.is("REJECTED")) {
      told.put("reason", "the warehouse does not handle this article");
    }
    return new Turn(changed, List.of(Tiding.of(next, "fulfillment.updated", told)));
  }
}
