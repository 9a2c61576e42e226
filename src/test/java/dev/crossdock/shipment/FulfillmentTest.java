package dev.crossdock.shipment;

import static dev.crossdock.flow.Step.CAPTURE_PAYMENT;
import static dev.crossdock.flow.Step.RELEASE_FULFILLMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The warehouse tells how far it is: late, repeated, out of order. */
class FulfillmentTest {

  @Test
  void waitsForTheWarehouseOnceItHasTakenIt() {
    PlayedShipment shipment = PlayedShipment.released();
    assertThat(shipment.stateOf(RELEASE_FULFILLMENT)).isEqualTo(StepState.AWAITING_CALLBACK);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.RELEASED);
    assertThat(shipment.dueSteps()).isEmpty();
    assertThat(shipment.shipment().subjects())
        .anyMatch(s -> s.name().equals("fulfillment/ful-1") && s.namespace().equals("warehouse"));
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED, RELEASED", "PICKED, PICKED", "PACKED, PACKED", "SHIPPED, SHIPPED"})
  void goesAlongWithTheWarehouse(FulfillmentStatus told, ShipmentStatus status) {
    assertThat(PlayedShipment.released().warehouseTells(told).status()).isEqualTo(status);
  }

  @Test
  void isNeverMovedBackByALateCallback() {
    PlayedShipment shipment = PlayedShipment.released().warehouseTells(FulfillmentStatus.PACKED);
    shipment.warehouseTells(FulfillmentStatus.ACCEPTED);
    assertThat(shipment.last()).isEqualTo(new Decision.Ignored<>());
    assertThat(shipment.warehouseTells(FulfillmentStatus.PICKED).status())
        .isEqualTo(ShipmentStatus.PACKED);
  }

  @Test
  void aRepeatedCallbackChangesNothing() {
    PlayedShipment shipment = PlayedShipment.released().warehouseTells(FulfillmentStatus.PICKED);
    int before = shipment.journal().size();
    shipment.warehouseTells(FulfillmentStatus.PICKED);
    assertThat(shipment.journal()).hasSize(before);
  }

  @Test
  void whatHasShippedStaysShippedWhateverComesLate() {
    PlayedShipment shipment = PlayedShipment.shipped();
    for (FulfillmentStatus late : FulfillmentStatus.values()) {
      shipment.warehouseTells(late);
      assertThat(shipment.last()).as("%s", late).isEqualTo(new Decision.Ignored<>());
    }
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.SHIPPED);
  }

  @Test
  void stepsThatTheWarehouseLeavesOutAreNotMissed() {
    assertThat(PlayedShipment.released().warehouseTells(FulfillmentStatus.SHIPPED).dueSteps())
        .containsExactly(CAPTURE_PAYMENT);
  }

  @Test
  void aWarehouseThatDoesNotDoItNeedsSomebody() {
    PlayedShipment shipment = PlayedShipment.released().warehouseTells(FulfillmentStatus.REJECTED);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.ACTION_REQUIRED);
    assertThat(shipment.shipment().work().ledger().of(RELEASE_FULFILLMENT)).isEmpty();
  }

  @Test
  void aWarehouseThatIsFurtherWhenLookedUpIsBelieved() {
    PlayedShipment shipment =
        PlayedShipment.booked().ends(RELEASE_FULFILLMENT, SomeAnswers.timedOut()).whenDue();
    shipment.answers(RELEASE_FULFILLMENT, SomeAnswers.fulfilling(FulfillmentStatus.SHIPPED));
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.SHIPPED);
  }

  @Test
  void aCallbackAboutAnotherFulfillmentChangesNothing() {
    PlayedShipment shipment = PlayedShipment.released();
    shipment.told(
        "warehouse",
        new Update.FulfillmentUpdated(
            new Answer.Fulfilling("ful-2", FulfillmentStatus.REJECTED, null)));
    assertThat(shipment.last()).isEqualTo(new Decision.Ignored<>());
  }

  @Test
  void aCallbackBeforeTheAnswerIsNotUnderstoodYet() {
    PlayedShipment shipment = PlayedShipment.booked().warehouseTells(FulfillmentStatus.ACCEPTED);
    assertThat(shipment.last()).isEqualTo(new Decision.Ignored<>());
    assertThat(shipment.shipment().subjects())
        .noneMatch(subject -> subject.name().startsWith("fulfillment/"));
  }
}
