package dev.crossdock.estimate;

import dev.crossdock.order.Order;

/** Tells when orders will be there, as it looks from this node at this moment. */
public interface Estimates {

  /** Says nothing of anybody, where nobody measures. */
  Estimates NONE = (order, version, isNow) -> new Eta.Over();

  /**
   * The estimate; the same as long as nothing happens and no time passes.
   *
   * @param version how many events the order has
   * @param isNow whether the order is known to be so at this moment; else it was just now, such as
   *     one that came along a stream, and may have gone on: then it is told as of that moment
   */
  Eta of(Order order, long version, boolean isNow);

  /**
   * Grows whenever what was told before is off by more than time can explain: a partner's breaker
   * has opened or closed. A live stream that was asked to looks at it when its heartbeat is due,
   * and if it has grown tells what is expected now in an event without an id, so that its place in
   * the journal stays what it was.
   */
  default long changes() {
    return 0;
  }
}
