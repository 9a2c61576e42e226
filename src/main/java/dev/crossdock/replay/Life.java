package dev.crossdock.replay;

import dev.crossdock.trade.OrderId;
import java.util.List;

/**
 * All that has happened to an order and its shipments.
 *
 * @param version that the order has come to
 * @param moments in the order in which they were stored
 */
public record Life(OrderId id, long version, List<Moment> moments) {

  public Life {
    moments = List.copyOf(moments);
  }
}
