package dev.crossdock.webhook;

import static dev.crossdock.webhook.SomeChange.NO_ORDER;
import static dev.crossdock.webhook.SomeChange.confirmed;
import static dev.crossdock.webhook.SomeChange.ending;
import static dev.crossdock.webhook.SomeChange.held;
import static dev.crossdock.webhook.SomeChange.received;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.shipment.SomeShipment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a merchant is told of when an order or a shipment changes. */
class NewsTest {
  static Stream<Arguments> orders() {
    ShipmentStatus planned = ShipmentStatus.PLANNED;
    ShipmentStatus shipped = ShipmentStatus.SHIPPED;
    ShipmentStatus delivered = ShipmentStatus.DELIVERED;
    return Stream.of(
        order(NO_ORDER, received(), "order.received"),
        order(received(), received()),
        order(received(), confirmed(planned), "order.confirmed"),
        // All at once, as far as is heard of it.
        order(received(), confirmed(delivered), "order.confirmed", "order.delivered"),
        order(confirmed(planned), confirmed(ShipmentStatus.BOOKED)),
        order(confirmed(planned), confirmed(ShipmentStatus.RELEASED), "order.released"),
        order(confirmed(planned), confirmed(planned, shipped), "order.partially_shipped"),
        order(confirmed(planned, shipped), confirmed(shipped, shipped), "order.shipped"),
        order(
            confirmed(shipped, shipped),
            confirmed(shipped, delivered),
            "order.partially_delivered"),
        order(confirmed(shipped), confirmed(delivered), "order.delivered"),
        order(confirmed(delivered), SomeChange.closed(), "order.closed"));
  }

  static Stream<Arguments> troubles() {
    ShipmentStatus planned = ShipmentStatus.PLANNED;
    return Stream.of(
        order(
            confirmed(planned), confirmed(ShipmentStatus.ACTION_REQUIRED), "order.action_required"),
        order(confirmed(ShipmentStatus.ACTION_REQUIRED), confirmed(planned), "order.confirmed"),
        order(confirmed(planned), ending(OrderStatus.CANCELLED, false), "order.cancelling"),
        order(
            ending(OrderStatus.CANCELLED, false),
            ending(OrderStatus.CANCELLED, true),
            "order.cancelled"),
        order(confirmed(planned), ending(OrderStatus.FAILED, false), "order.compensating"),
        order(
            ending(OrderStatus.REJECTED, false),
            ending(OrderStatus.REJECTED, true),
            "order.rejected"),
        order(ending(OrderStatus.FAILED, false), ending(OrderStatus.FAILED, true), "order.failed"),
        order(confirmed(planned), held("h1"), "order.hold_placed"),
        order(held("h1"), held("h1", "h2"), "order.hold_placed"),
        order(held("h1"), held("h2"), "order.hold_placed", "order.hold_released"),
        order(held("h1"), confirmed(planned), "order.hold_released"),
        order(confirmed(planned), SomeChange.cancellationRefused(), "order.cancellation_refused"),
        order(
            confirmed(planned),
            new OrderState.Quarantined("a hole", confirmed(planned)),
            "order.quarantined"));
  }

  @ParameterizedTest
  @MethodSource({"orders", "troubles"})
  void tellsOfOrders(OrderState before, OrderState after, List<String> told) {
    assertThat(labels(News.of(SomeChange.of(before, after)))).isEqualTo(told);
  }

  static Stream<Arguments> shipments() {
    ShipmentState none = new ShipmentState.None();
    return Stream.of(
        shipment(none, SomeShipment.planned()),
        shipment(SomeShipment.planned(), SomeShipment.booked(), "shipment.booked"),
        shipment(SomeShipment.booked(), SomeShipment.released(), "shipment.released"),
        shipment(SomeShipment.released(), SomeShipment.packed(), "shipment.packed"),
        shipment(SomeShipment.packed(), SomeShipment.shipped(), "shipment.shipped"),
        shipment(
            SomeShipment.shipped(),
            SomeShipment.scanned(TrackingStatus.IN_TRANSIT),
            "shipment.tracking_updated"),
        shipment(
            SomeShipment.shipped(),
            SomeShipment.scanned(TrackingStatus.DELIVERED),
            "shipment.delivered",
            "shipment.tracking_updated"),
        shipment(
            SomeShipment.shipped(),
            new ShipmentState.Quarantined("a hole", null),
            "shipment.quarantined"));
  }

  @ParameterizedTest
  @MethodSource("shipments")
  void tellsOfShipments(ShipmentState before, ShipmentState after, List<String> told) {
    assertThat(labels(News.of(SomeChange.of(before, after)))).isEqualTo(told);
  }

  @Test
  void everyTypeHasALabelOfItsOwnThatLeadsBackToIt() {
    Set<String> labels = new HashSet<>();
    for (EventType type : EventType.values()) {
      assertThat(type.label()).matches("(order|shipment)\\.[a-z_]+");
      assertThat(labels.add(type.label())).isTrue();
      assertThat(EventType.ofLabel(type.label())).contains(type);
    }
    assertThat(EventType.ofLabel("order.eaten")).isEmpty();
  }

  private static Arguments order(OrderState before, OrderState after, String... told) {
    return Arguments.of(before, after, Arrays.asList(told));
  }

  private static Arguments shipment(ShipmentState before, ShipmentState after, String... told) {
    return Arguments.of(before, after, Arrays.asList(told));
  }

  private static List<String> labels(List<EventType> types) {
    return types.stream().map(EventType::label).toList();
  }
}
