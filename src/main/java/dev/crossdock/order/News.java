package dev.crossdock.order;

import dev.crossdock.trade.OrderId;
import java.util.Map;

/** What somebody is told who follows several orders at once. */
public sealed interface News {

  /** An order has gone on; of one order each version comes once, in sequence. */
  record Happened(Recorded recorded) implements News {}

  /**
   * More has happened than the follower has taken: it goes on behind these versions, and what came
   * before them is to be read from the orders themselves.
   *
   * @param at of each order that it was behind with
   */
  record Resync(Map<OrderId, Long> at) implements News {}
}
