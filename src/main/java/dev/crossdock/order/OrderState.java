package dev.crossdock.order;

import org.jspecify.annotations.Nullable;

/** What an order's entity knows: no order yet, an order, or a journal it must not trust. */
public sealed interface OrderState permits OrderState.None, Order, OrderState.Quarantined {

  /** Nothing was ever placed under this id. */
  record None() implements OrderState {}

  /**
   * Its events cannot be read, or do not fit together.
   *
   * @param lastKnown how far it could be read
   */
  record Quarantined(String reason, @Nullable Order lastKnown) implements OrderState {}
}
