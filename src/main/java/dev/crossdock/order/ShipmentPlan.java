package dev.crossdock.order;

import dev.crossdock.flow.Flow;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.LineQuantity;
import dev.crossdock.trade.Location;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import dev.crossdock.trade.Weight;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shipment is to do: one location's part of an order.
 *
 * @param weight of all of it together
 * @param amount its share of what is captured; all shares add up to what the order is worth
 * @param authorization the payment partner's name for what is captured; absent: nothing to capture
 * @param contact where the customer is told
 */
public record ShipmentPlan(
    ShipmentId id,
    OrderId orderId,
    Flow flow,
    String reference,
    Location from,
    Address to,
    List<LineQuantity> lines,
    Weight weight,
    Money amount,
    @Nullable String authorization,
    @Nullable LocalDate deliverBy,
    @Nullable Money maxCost,
    @Nullable String contact) {

  public ShipmentPlan {
    lines = List.copyOf(lines);
  }
}
