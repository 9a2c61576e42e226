package dev.crossdock.erasure;

import dev.crossdock.order.OrderStatus;
import dev.crossdock.personal.Certificate;
import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.SortedMap;

/** What has become of the wish that a customer be forgotten. */
public sealed interface Erasure {

  /**
   * It is done.
   *
   * @param inClear orders that were stored without a key, and so can never be erased
   */
  record Done(Certificate certificate, List<OrderId> inClear) implements Erasure {
    public Done {
      inClear = List.copyOf(inClear);
    }
  }

  /**
   * Nothing was changed.
   *
   * @param orders that still need to know where they go, and how far they are
   */
  record StillNeeded(SortedMap<String, OrderStatus> orders) implements Erasure {}

  /**
   * There was nothing to destroy.
   *
   * @param inClear orders that were stored without a key; none: nobody knows this customer
   */
  record Nothing(List<OrderId> inClear) implements Erasure {
    public Nothing {
      inClear = List.copyOf(inClear);
    }
  }
}
