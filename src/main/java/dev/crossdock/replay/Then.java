package dev.crossdock.replay;

import dev.crossdock.order.OrderState;

/** How an order was. */
public sealed interface Then {

  /**
   * So it was.
   *
   * @param state an order, or what is left of one whose journal could not be trusted up to there
   * @param version of the last event that is in it
   */
  record Was(OrderState state, long version) implements Then {}

  /**
   * There is the order, but not at that point.
   *
   * @param last the version that it has come to; 0 when it had not been placed yet
   */
  record NotThen(long last) implements Then {}

  /** Nothing was ever placed under the id. */
  record NoOrder() implements Then {}
}
