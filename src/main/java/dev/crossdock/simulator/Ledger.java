package dev.crossdock.simulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every effect that the pretend partners have had, at one instant, oldest first: the oracle of
 * tests.
 */
public record Ledger(List<LedgerEntry> items) {

  /** Copies its items. */
  public Ledger {
    items = List.copyOf(items);
  }

  static Ledger of(List<Entry> entries, Map<Keyed, Integer> arrivals) {
    Predicate<Entry> isEffect = entry -> entry.kind() != EffectKind.TRACKING;
    Map<Object, Long> effects =
        entries.stream().filter(isEffect).collect(groupingBy(Ledger::intent, counting()));
    return new Ledger(
        entries.stream()
            .filter(isEffect)
            .map(
                entry ->
                    LedgerEntry.of(
                        entry,
                        arrivals.getOrDefault(new Keyed(entry.partner(), entry.key()), 0),
                        Math.toIntExact(effects.getOrDefault(intent(entry), 0L))))
            .toList());
  }

  private static Object intent(Entry entry) {
    return List.of(entry.partner(), entry.kind(), entry.key());
  }

  /** What is for this order, also what names only a shipment that is known to be this order's. */
  public Ledger forOrder(String orderId) {
    Set<String> shipments = new HashSet<>();
    for (LedgerEntry item : items) {
      String shipmentId = item.shipmentId();
      if (orderId.equals(item.orderId()) && shipmentId != null) {
        shipments.add(shipmentId);
      }
    }
    return only(item -> orderId.equals(item.orderId()) || isIn(shipments, item.shipmentId()));
  }

  private static boolean isIn(Set<String> ids, @Nullable String id) {
    return id != null && ids.contains(id);
  }

  /** What is of this kind. */
  public Ledger ofKind(EffectKind kind) {
    return only(item -> item.kind() == kind);
  }

  /**
   * What still binds something: RESERVED, authorized and not all captured, captured and not all
   * refunded, BOOKED, a fulfillment neither cancelled nor rejected. Empty for an order given up.
   */
  public Ledger held() {
    return only(LedgerEntry::isHeld);
  }

  private Ledger only(Predicate<LedgerEntry> wanted) {
    return new Ledger(items.stream().filter(wanted).toList());
  }

  /** How many there are by kind and status. */
  public Map<EffectKind, Map<String, Long>> counts() {
    return items.stream()
        .collect(
            groupingBy(
                LedgerEntry::kind,
                TreeMap::new,
                groupingBy(LedgerEntry::status, TreeMap::new, counting())));
  }

  ObjectNode toJson() {
    ObjectNode body = Json.object();
    body.set("items", Json.tree(items));
    body.set("counts", Json.tree(counts()));
    return body;
  }
}
