package dev.crossdock.order;

import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.trade.Money;

/**
 * What is true of every order at every moment. Checked before events are persisted, so that one
 * which would break it never is.
 */
public final class Invariants {
  private Invariants() {}

  /**
   * Checks an order.
   *
   * @throws IllegalStateException when something does not hold: a bug
   */
  public static Order held(Order order) {
    order.content().lines().forEach(order::quantities);
    var authorized = order.facts().authorized();
    Money most = authorized == null ? Money.zero(order.currency()) : authorized.amount();
    if (order.captured().isNegative() || order.captured().exceeds(most)) {
      throw broken(order, "captured " + order.captured() + " of " + most);
    }
    boolean held = order.work().ledger().entries().stream().anyMatch(LedgerEntry::isHeld);
    if (order.phase() == Order.Phase.ENDED && held) {
      throw broken(order, "ended with something held at a partner");
    }
    return order;
  }

  private static IllegalStateException broken(Order order, String what) {
    return new IllegalStateException(order.id() + ": " + what);
  }
}
