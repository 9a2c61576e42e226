package dev.crossdock.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Step;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tracking is a join: whatever the order and however often, the same scans are the same. */
class TrackingTest {
  private static final List<Scan> JOURNEY =
      List.of(
          scan("a", TrackingStatus.PRE_TRANSIT, 0),
          scan("b", TrackingStatus.PICKED_UP, 60),
          scan("c", TrackingStatus.IN_TRANSIT, 120),
          scan("d", TrackingStatus.DELIVERY_ATTEMPTED, 180),
          scan("e", TrackingStatus.OUT_FOR_DELIVERY, 180),
          scan("f", TrackingStatus.DELIVERED, 300));

  @Test
  void anyOrderAndAnyRepetitionGiveTheSame() {
    Random random = new Random(11);
    Tracking once = Tracking.none().with(JOURNEY);
    for (int round = 0; round < 300; round++) {
      List<Scan> told = new ArrayList<>(JOURNEY);
      told.addAll(JOURNEY.subList(0, random.nextInt(JOURNEY.size())));
      Collections.shuffle(told, random);
      Tracking tracking = Tracking.none();
      for (int from = 0; from < told.size(); ) {
        int to = Math.min(told.size(), from + 1 + random.nextInt(3));
        tracking = tracking.with(told.subList(from, to));
        from = to;
      }
      assertThat(tracking).isEqualTo(once);
    }
  }

  @Test
  void isAsFarAsItsFurthestScan() {
    assertThat(Tracking.none().status()).isEqualTo(TrackingStatus.UNKNOWN);
    assertThat(Tracking.none().with(JOURNEY.subList(0, 5)).status())
        .isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
  }

  @Test
  void whatIsDeliveredIsNotUndoneByAnotherScan() {
    Tracking delivered = Tracking.none().with(JOURNEY);
    Scan later = scan("g", TrackingStatus.IN_TRANSIT, 400);
    assertThat(delivered.with(List.of(later)).status()).isEqualTo(TrackingStatus.DELIVERED);
  }

  @Test
  void aScanThatIsKnownIsNoNews() {
    PlayedShipment shipment = PlayedShipment.shipped();
    shipment.told("swift", new Update.TrackingUpdated("TRK1", JOURNEY.subList(0, 2)));
    shipment.told("swift", new Update.TrackingUpdated("TRK1", JOURNEY.subList(0, 2)));
    assertThat(shipment.last()).isEqualTo(new Decision.Ignored<>());
    shipment.told("swift", new Update.TrackingUpdated("TRK1", JOURNEY.subList(1, 3)));
    assertThat(shipment.journal().getLast())
        .isEqualTo(new ShipmentEvent.Scanned(JOURNEY.subList(2, 3), shipment.now()));
  }

  @Test
  void aScanOfAnotherParcelIsNotOurs() {
    PlayedShipment shipment = PlayedShipment.shipped();
    shipment.told("swift", new Update.TrackingUpdated("TRK2", JOURNEY));
    assertThat(shipment.last()).isEqualTo(new Decision.Ignored<>());
  }

  @Test
  void whatTheCarrierHasTheWarehouseHasShipped() {
    PlayedShipment shipment = PlayedShipment.released().scanned(TrackingStatus.PICKED_UP);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(shipment.dueSteps()).containsExactly(Step.CAPTURE_PAYMENT);
  }

  @Test
  void aLabelThatIsKnownToTheCarrierIsNotYetOnItsWay() {
    PlayedShipment shipment = PlayedShipment.released().scanned(TrackingStatus.PRE_TRANSIT);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.RELEASED);
    assertThat(shipment.scanned(TrackingStatus.CANCELLED).status())
        .isEqualTo(ShipmentStatus.RELEASED);
  }

  @Test
  void isDeliveredWhenTheCarrierSaysSo() {
    PlayedShipment shipment = PlayedShipment.shipped().scanned(TrackingStatus.DELIVERED);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(shipment.shipment().summary(9).trackingStatus()).isEqualTo(TrackingStatus.DELIVERED);
  }

  @Test
  void aDeliveryThatOvertakesTheWarehouseShipsAndDelivers() {
    PlayedShipment shipment = PlayedShipment.released().scanned(TrackingStatus.DELIVERED);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(shipment.dueSteps()).containsExactly(Step.CAPTURE_PAYMENT);
  }

  @Test
  void aDeliveredShipmentStaysSo() {
    PlayedShipment shipment = PlayedShipment.shipped().scanned(TrackingStatus.DELIVERED);
    shipment.scanned(TrackingStatus.RETURN_TO_SENDER).recalled();
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.DELIVERED);
  }

  private static Scan scan(String id, TrackingStatus status, int minute) {
    return SomeAnswers.scan(id, status, SomeOrder.NOON.plusSeconds(60L * minute));
  }
}
