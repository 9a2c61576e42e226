package dev.crossdock.view;

import dev.crossdock.order.OrderStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are wanted: those for which all that is said holds.
 *
 * @param statuses one of these; empty: any
 * @param hold the reason of a hold that the order has
 * @param step one that the order waits for
 * @param partner whom the order waits for
 * @param createdFrom then or later
 * @param createdBefore earlier than that
 */
public record OrderFilter(
    Set<OrderStatus> statuses,
    @Nullable String reference,
    @Nullable String customerId,
    @Nullable String hold,
    @Nullable String step,
    @Nullable String partner,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore) {

  public OrderFilter {
    statuses = Set.copyOf(statuses);
  }

  /** All orders. */
  public static OrderFilter none() {
    return new OrderFilter(Set.of(), null, null, null, null, null, null, null);
  }
}
