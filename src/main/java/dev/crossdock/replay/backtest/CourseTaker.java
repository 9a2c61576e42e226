package dev.crossdock.replay.backtest;

import dev.crossdock.order.Order;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.ShipmentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes down how an order goes, whether it goes now or went then. */
final class CourseTaker {
  private final Map<ShipmentId, Money> booked = new HashMap<>();
  private @Nullable Instant confirmedAt;
  private @Nullable Instant deliveredAt;
  private int calls;
  private int assumed;

  /** So it is now. */
  void order(Order order, Instant at) {
    if (confirmedAt == null && order.phase() == Order.Phase.CONFIRMED) {
      confirmedAt = at;
    }
    if (deliveredAt == null && order.status() == OrderStatus.DELIVERED) {
      deliveredAt = at;
    }
  }

  /** So it is now. */
  void shipment(Shipment shipment) {
    if (shipment.offers().booking() == null || shipment.cancelled()) {
      booked.remove(shipment.id());
    } else {
      shipment.candidate().ifPresent(rate -> booked.put(shipment.id(), rate.price()));
    }
  }

  /** A call has come to an end. */
  void call(boolean isAssumed) {
    calls++;
    assumed += isAssumed ? 1 : 0;
  }

  /**
   * All of it.
   *
   * @param last how the order is in the end
   */
  Course course(Order last) {
    Map<String, BigDecimal> cost = new HashMap<>();
    booked
        .values()
        .forEach(price -> cost.merge(price.currency().toString(), price.amount(), BigDecimal::add));
    LocalDate deliverBy = last.content().shipping().deliverBy();
    boolean late =
        deliverBy != null
            && deliveredAt != null
            && deliveredAt.atZone(ZoneOffset.UTC).toLocalDate().isAfter(deliverBy);
    Duration toConfirmation =
        confirmedAt == null ? null : Duration.between(last.placed().at(), confirmedAt);
    boolean isClosedLater = last.status() == OrderStatus.CLOSED && deliveredAt != null;
    return new Course(
        isClosedLater ? OrderStatus.DELIVERED : last.status(),
        toConfirmation,
        cost,
        deliverBy != null,
        late,
        calls,
        assumed);
  }
}
