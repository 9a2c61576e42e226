package dev.crossdock.view;

import dev.crossdock.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a group changes of one order.
 *
 * @param was its row before; absent when there is none
 * @param fresh its changes that the row does not know yet, in order
 * @param now its row afterwards
 */
record Moved(@Nullable Stored was, List<Change.OfOrder> fresh, OrderRow now) {

  /** What is stored of an order. */
  record Stored(long version, OrderStatus status) {}

  /** Whether the row before was the order as it was before the changes. */
  boolean isSeamless() {
    long before = was == null ? 0 : was.version();
    return !fresh.isEmpty() && fresh.getFirst().version() == before + 1;
  }
}
