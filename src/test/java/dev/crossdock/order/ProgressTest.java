package dev.crossdock.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.LedgerEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a confirmed order is, as its shipments tell. */
class ProgressTest {

  @ParameterizedTest
  @CsvSource({
    "PLANNED, PLANNED, CONFIRMED",
    "BOOKED, RATED, CONFIRMED",
    "RELEASED, BOOKED, RELEASED",
    "PICKED, BOOKED, RELEASED",
    "PACKED, RELEASED, RELEASED",
    "SHIPPED, PACKED, PARTIALLY_SHIPPED",
    "SHIPPED, SHIPPED, SHIPPED",
    "DELIVERED, SHIPPED, PARTIALLY_DELIVERED",
    "DELIVERED, BOOKED, PARTIALLY_DELIVERED",
    "DELIVERED, DELIVERED, DELIVERED",
    "SHIPPED, ACTION_REQUIRED, ACTION_REQUIRED",
    "SHIPPED, QUARANTINED, ACTION_REQUIRED",
  })
  void isAsFarAsItsShipmentsTogether(
      ShipmentStatus one, ShipmentStatus other, OrderStatus together) {
    PlayedOrder order = PlayedOrder.confirmedFromTwoPlaces();
    order.shipmentTells(1, one).shipmentTells(2, other);
    assertThat(order.status()).isEqualTo(together);
  }

  @ParameterizedTest
  @CsvSource({
    "PLANNED, 2, 0, 0, 0",
    "RELEASED, 0, 2, 0, 0",
    "SHIPPED, 0, 0, 2, 0",
    "COMPLETED, 0, 0, 2, 0",
    "DELIVERED, 0, 0, 0, 2",
  })
  void everyPieceIsInOnePlace(
      ShipmentStatus status, int allocated, int released, int shipped, int delivered) {
    PlayedOrder order = PlayedOrder.confirmed().shipmentTells(1, status);
    assertThat(order.order().quantities(order.order().content().lines().getFirst()))
        .isEqualTo(new LineQuantities(2, 0, allocated, 0, released, shipped, delivered, 0));
  }

  @Test
  void beforeTheReservationEveryPieceIsOpen() {
    Order order = PlayedOrder.placed().order();
    assertThat(order.quantities(order.content().lines().getFirst()))
        .isEqualTo(new LineQuantities(2, 2, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void piecesThatDoNotAddUpAreABug() {
    assertThatThrownBy(() -> new LineQuantities(2, 0, 1, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new LineQuantities(2, -1, 3, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new LineQuantities(2, 0, 0, 0, 0, 0, 3, -1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatAShipmentToldBeforeIsNotBelievedAgain() {
    PlayedOrder order = PlayedOrder.confirmed();
    ShipmentSummary first = order.order().consignments().getFirst().summary();
    order.shipmentTells(1, ShipmentStatus.SHIPPED);
    order.tell(new OrderCommand.ShipmentTells(first));
    assertThat(order.last()).isEqualTo(new Decision.Ignored<>());
    assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
  }

  @Test
  void whatHasLeftIsNotGivenBackAnyMore() {
    PlayedOrder order = PlayedOrder.confirmedFromTwoPlaces();
    order.shipmentTells(1, ShipmentStatus.SHIPPED);
    assertThat(order.order().work().ledger().entries()).allMatch(LedgerEntry::isHeld);
    order.shipmentTells(2, ShipmentStatus.SHIPPED);
    assertThat(order.order().work().ledger().entries())
        .extracting(LedgerEntry::state)
        .containsOnly(LedgerEntry.State.CONSUMED);
  }

  @Test
  void isPaidAsFarAsItsShipmentsHaveCaptured() {
    PlayedOrder order = PlayedOrder.confirmedFromTwoPlaces();
    assertThat(order.order().paymentStatus()).isEqualTo(PaymentStatus.AUTHORIZED);
    order.shipmentTells(1, ShipmentStatus.SHIPPED, "12.50", null);
    assertThat(order.order().paymentStatus()).isEqualTo(PaymentStatus.PARTIALLY_CAPTURED);
    order.shipmentTells(2, ShipmentStatus.SHIPPED, "12.50", null);
    assertThat(order.order().paymentStatus()).isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test
  void moreThanWasAuthorizedIsNeverWrittenDown() {
    PlayedOrder order = PlayedOrder.confirmed();
    assertThatThrownBy(() -> order.shipmentTells(1, ShipmentStatus.SHIPPED, "25.01", null))
        .isInstanceOf(IllegalStateException.class);
    assertThat(order.order().captured().isZero()).isTrue();
  }

  @Test
  void isClosedThirtyDaysAfterItsDelivery() {
    PlayedOrder order = PlayedOrder.confirmed().shipmentTells(1, ShipmentStatus.DELIVERED);
    order.later(Duration.ofDays(30).minusMillis(1)).tell(new OrderCommand.Tick());
    assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
    order.later(Duration.ofMillis(1)).tell(new OrderCommand.Tick());
    assertThat(order.status()).isEqualTo(OrderStatus.CLOSED);
  }

  @Test
  void goodsThatNobodyPaysForNeedSomebody() {
    PlayedOrder order = PlayedOrder.confirmed().arrivesUnpaid();
    assertThat(order.status()).isEqualTo(OrderStatus.ACTION_REQUIRED);
    order.later(Duration.ofDays(31)).tell(new OrderCommand.Tick());
    assertThat(order.status()).isEqualTo(OrderStatus.ACTION_REQUIRED);
  }

  @Test
  void aClosingThatWasMissedIsDueAtOnce() {
    PlayedOrder order = PlayedOrder.confirmed().shipmentTells(1, ShipmentStatus.DELIVERED);
    order.later(Duration.ofDays(31)).recovered();
    assertThat(order.order().nextDue(order.now())).contains(order.now());
  }
}
