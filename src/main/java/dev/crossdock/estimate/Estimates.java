package dev.crossdock.estimate;

import dev.crossdock.order.Order;

/** Tells when orders will be there, as it looks from this node at this moment. */
public interface Estimates {

  /** Says nothing of anybody, where nobody measures. */
  Estimates NONE = (order, version) -> new Eta.Over();

  /**
   * The estimate; the same as long as nothing happens and no time passes.
   *
   * @param version how many events the order has
   */
  Eta of(Order order, long version);

  /**
   * Grows whenever what was told before is off by more than time can explain: a partner's breaker
   * has opened or closed. A live stream looks at it when its heartbeat is due, and if it has grown
   * sends the order's progress once more, as {@code event: progress} without an id, so that its
   * place in the journal stays what it was.
   */
  default long changes() {
    return 0;
  }
}
