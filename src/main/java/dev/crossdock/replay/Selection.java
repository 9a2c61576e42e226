package dev.crossdock.replay;

import dev.crossdock.trade.OrderId;
import java.time.Instant;

/** A part of the journal that makes sense by itself. */
public sealed interface Selection {

  /** Everything. */
  record All() implements Selection {}

  /** An order with its shipments, and the claims of both. */
  record One(OrderId id) implements Selection {}

  /**
   * Orders with their shipments, and the claims of both.
   *
   * @param since placed then or later
   * @param until placed before
   */
  record Placed(Instant since, Instant until) implements Selection {}
}
