package dev.crossdock.view;

import dev.crossdock.order.AwaitedStep;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.partner.PartnerKind;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order as the list has it.
 *
 * @param known the order, as far as it could be read; absent when nothing could
 * @param facets what it is to be found by while it has it
 */
record OrderRow(Change.OfOrder last, @Nullable Order known, OrderStatus status, Set<Facet> facets) {

  /** What it is to be found by. */
  record Facet(String facet, String value) implements Comparable<Facet> {
    @Override
    public int compareTo(Facet other) {
      int byFacet = facet.compareTo(other.facet);
      return byFacet == 0 ? value.compareTo(other.value) : byFacet;
    }
  }

  /**
   * The order after a change.
   *
   * @param names what the partner of a kind is called
   */
  static OrderRow of(Change.OfOrder change, Function<PartnerKind, String> names) {
    return switch (change.after()) {
      case Order order -> new OrderRow(change, order, order.status(), facets(order, names));
      case OrderState.Quarantined q ->
          new OrderRow(change, q.lastKnown(), OrderStatus.QUARANTINED, Set.of());
      case OrderState.None none -> throw new IllegalStateException("no order after " + change);
    };
  }

  /** What an order is to be found by; nothing when it is none, or cannot be trusted. */
  static Set<Facet> facets(OrderState state, Function<PartnerKind, String> names) {
    return state instanceof Order order ? facets(order, names) : Set.of();
  }

  Instant createdAt() {
    return known == null ? last.storedAt() : known.placed().at();
  }

  Instant updatedAt() {
    return last.after() instanceof Order order ? order.updatedAt() : last.storedAt();
  }

  String reference() {
    return known == null ? "" : known.content().reference();
  }

  String customerId() {
    return known == null ? "" : known.content().customer().id();
  }

  private static Set<Facet> facets(Order order, Function<PartnerKind, String> names) {
    Set<Facet> facets = new TreeSet<>();
    order.holds().forEach(hold -> facets.add(new Facet("HOLD", hold.reason().name())));
    for (AwaitedStep awaited : AwaitedStep.of(order)) {
      facets.add(new Facet("STEP", awaited.step().label()));
      facets.add(new Facet("PARTNER", awaited.partner(names)));
    }
    return facets;
  }
}
