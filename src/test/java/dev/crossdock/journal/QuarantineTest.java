package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Decision;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentState;
import org.junit.jupiter.api.Test;

/** An order or shipment whose journal cannot be read is left as it was last known, and at peace. */
class QuarantineTest {
  private static final OrderEvent UNREADABLE = new OrderEvent.Unreadable("damaged", Samples.AT);
  private static final ShipmentEvent UNREADABLE_TOO =
      new ShipmentEvent.Unreadable("damaged", Samples.AT);

  @Test
  void keepsTheOrderAsFarAsItCouldBeRead() {
    assertThat(OrderEvolver.evolve(WireSamples.ORDER, UNREADABLE))
        .isEqualTo(new OrderState.Quarantined("damaged", (Order) WireSamples.ORDER));
    assertThat(OrderEvolver.evolve(new OrderState.None(), UNREADABLE))
        .isEqualTo(new OrderState.Quarantined("damaged", null));
  }

  @Test
  void keepsTheShipmentAsFarAsItCouldBeRead() {
    assertThat(ShipmentEvolver.evolve(WireSamples.SHIPMENT, UNREADABLE_TOO))
        .isEqualTo(new ShipmentState.Quarantined("damaged", (Shipment) WireSamples.SHIPMENT));
    assertThat(ShipmentEvolver.evolve(new ShipmentState.None(), UNREADABLE_TOO))
        .isEqualTo(new ShipmentState.Quarantined("damaged", null));
  }

  @Test
  void looksAtNoLaterEvent() {
    OrderState order = new OrderState.Quarantined("damaged", null);
    ShipmentState shipment = new ShipmentState.Quarantined("damaged", null);
    assertThat(EventSamples.ORDERS).allMatch(e -> OrderEvolver.evolve(order, e) == order);
    assertThat(EventSamples.SHIPMENTS)
        .allMatch(e -> ShipmentEvolver.evolve(shipment, e) == shipment);
    assertThat(OrderEvolver.evolve(order, new OrderEvent.Unreadable("again", Samples.AT)))
        .isEqualTo(order);
  }

  @Test
  void answersThatItIsQuarantined() {
    assertThat(
            OrderDecider.decide(
                new OrderState.Quarantined("damaged", null), new OrderCommand.Tick(), Samples.AT))
        .isEqualTo(new Decision.Rejected<>(dev.crossdock.order.Refusal.QUARANTINED));
  }
}
