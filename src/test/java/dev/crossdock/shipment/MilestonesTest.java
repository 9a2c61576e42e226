package dev.crossdock.shipment;

import static dev.crossdock.flow.Step.NOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.TrackingStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a shipment tells the customer, once each. */
class MilestonesTest {

  @Test
  void tellsThatItHasShippedWithTheTrackingCode() {
    assertThat(PlayedShipment.shipped().due(NOTIFY).ask())
        .isInstanceOfSatisfying(
            Ask.Notify.class,
            ask -> {
              assertThat(ask.template()).isEqualTo("shipment-shipped");
              assertThat(ask.data()).isEqualTo(Map.of("reference", "R-1", "trackingCode", "TRK1"));
            });
  }

  @Test
  void tellsOfEachMilestoneUnderItsOwnKey() {
    PlayedShipment shipment = PlayedShipment.shipped().scanned(TrackingStatus.DELIVERED);
    assertThat(shipment.due())
        .filteredOn(call -> call.id().step() == NOTIFY)
        .extracting(call -> call.key())
        .containsExactlyInAnyOrder("shp_1-1:notify:3", "shp_1-1:notify:4");
  }

  @Test
  void tellsOnceThatItHasShippedHoweverOftenItHears() {
    PlayedShipment shipment = PlayedShipment.shipped().answers(NOTIFY, new Answer.Notified("n-1"));
    shipment.warehouseTells(FulfillmentStatus.SHIPPED).scanned(TrackingStatus.PICKED_UP);
    assertThat(shipment.due()).noneMatch(call -> call.id().step() == NOTIFY);
  }

  @Test
  void doesNotTellWhatTheFlowDoesNotWantTold() {
    assertThat(PlayedShipment.booked().due()).noneMatch(call -> call.id().step() == NOTIFY);
  }

  @Test
  void aNoticeThatFailsStopsNothing() {
    PlayedShipment shipment =
        PlayedShipment.shipped().ends(NOTIFY, SomeAnswers.refused("no-such-address"));
    assertThat(shipment.scanned(TrackingStatus.DELIVERED).status())
        .isEqualTo(ShipmentStatus.DELIVERED);
  }
}
