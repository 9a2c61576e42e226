package dev.crossdock.view;

import dev.crossdock.order.OrderStatus;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A merchant's orders in numbers.
 *
 * @param orders how many are in which status; without those that none is in
 */
public record OrderStats(
    Map<OrderStatus, Long> orders,
    Throughput lastMinute,
    Throughput last15Minutes,
    Confirmations confirmations) {

  public OrderStats {
    orders = Map.copyOf(orders);
  }

  /** Orders a second. */
  public record Throughput(double received, double confirmed, double delivered) {}

  /**
   * From placed to confirmed, of orders confirmed in the last quarter of an hour.
   *
   * @param count of orders; without any there are no times
   */
  public record Confirmations(long count, OptionalLong p50Millis, OptionalLong p90Millis) {}
}
