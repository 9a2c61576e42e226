package dev.crossdock.replay.backtest;

import dev.crossdock.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an order went.
 *
 * @param end the status that it came to; DELIVERED also when it was closed after a while
 * @param toConfirmation from its placing; absent: it never was confirmed
 * @param cost of carriage that was booked, by currency
 * @param promised whether a day of delivery was promised
 * @param late whether it was delivered behind that day
 * @param calls that came to an end
 * @param assumed of these, whose outcome nobody had recorded
 */
public record Course(
    OrderStatus end,
    @Nullable Duration toConfirmation,
    Map<String, BigDecimal> cost,
    boolean promised,
    boolean late,
    int calls,
    int assumed) {

  public Course {
    cost = Map.copyOf(cost);
  }
}
