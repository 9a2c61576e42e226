package dev.crossdock.webhook;

import dev.crossdock.order.Consignment;
import dev.crossdock.order.Ending;
import dev.crossdock.order.Hold;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.PlayedOrder;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import dev.crossdock.view.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes, and orders to make them of. */
final class SomeChange {
  static final OrderState NO_ORDER = new OrderState.None();

  private SomeChange() {}

  /** An order changes. What happened stays untold: news are told from the states alone. */
  static Change of(OrderState before, OrderState after) {
    return of(1, before, after);
  }

  static Change of(long version, OrderState before, OrderState after) {
    return of(SomeOrder.ID, version, before, after);
  }

  static Change of(OrderId id, long version, OrderState before, OrderState after) {
    OrderEvent event = new OrderEvent.Closed(SomeOrder.NOON);
    return new Change.OfOrder(id, version, before, event, after, SomeOrder.NOON.plusMillis(5));
  }

  static Change of(ShipmentState before, ShipmentState after) {
    ShipmentEvent event = new ShipmentEvent.Scanned(List.of(), SomeOrder.NOON);
    return new Change.OfShipment(
        new ShipmentId("default", "shp_1-1"), 3, before, event, after, SomeOrder.NOON);
  }

  /** Placed, nothing more. */
  static Order received() {
    Order order = PlayedOrder.confirmed().order();
    return with(order, Order.Phase.OPEN, List.of(), List.of(), null, null);
  }

  /** Confirmed, with shipments that are so far. */
  static Order confirmed(ShipmentStatus... shipments) {
    Order order = PlayedOrder.confirmed().order();
    List<Consignment> consignments =
        Arrays.stream(shipments)
            .map(status -> consignment(order.consignments().getFirst(), status))
            .toList();
    return with(order, Order.Phase.CONFIRMED, List.of(), consignments, null, null);
  }

  static Order closed() {
    Order order = confirmed(ShipmentStatus.DELIVERED);
    return with(order, Order.Phase.CLOSED, List.of(), order.consignments(), null, null);
  }

  /** On its way to that end, or there. */
  static Order ending(OrderStatus target, boolean there) {
    Order order = confirmed(ShipmentStatus.PLANNED);
    Ending ending = new Ending(target, "said-no", "no", "payment", SomeOrder.NOON);
    Order.Phase phase = there ? Order.Phase.ENDED : Order.Phase.CONFIRMED;
    return with(order, phase, List.of(), order.consignments(), ending, null);
  }

  static Order held(String... holdIds) {
    Order order = confirmed(ShipmentStatus.PLANNED);
    List<Hold> holds =
        Arrays.stream(holdIds)
            .map(
                id ->
                    new Hold(
                        id,
                        Hold.Reason.CREDIT_REVIEW,
                        null,
                        "me",
                        SomeOrder.NOON,
                        null,
                        Set.of(Hold.Block.ALL)))
            .toList();
    return with(order, Order.Phase.CONFIRMED, holds, order.consignments(), null, null);
  }

  static Order cancellationRefused() {
    Order order = confirmed(ShipmentStatus.PLANNED);
    return with(order, Order.Phase.CONFIRMED, List.of(), order.consignments(), null, "packed");
  }

  private static Order with(
      Order order,
      Order.Phase phase,
      List<Hold> holds,
      List<Consignment> consignments,
      @Nullable Ending ending,
      @Nullable String refused) {
    return new Order(
        order.placed(),
        order.updatedAt(),
        phase,
        order.work(),
        order.facts(),
        holds,
        consignments,
        ending,
        refused);
  }

  private static Consignment consignment(Consignment consignment, ShipmentStatus status) {
    ShipmentSummary s = consignment.summary();
    return new Consignment(
        consignment.plan(),
        new ShipmentSummary(
            s.id(),
            s.version() + 1,
            status,
            s.carrier(),
            s.service(),
            s.trackingCode(),
            s.trackingUrl(),
            s.trackingStatus(),
            s.label(),
            s.captured(),
            s.steps(),
            null));
  }
}
