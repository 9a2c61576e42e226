package dev.crossdock.shipment;

import static dev.crossdock.flow.Step.BOOK_SHIPMENT;
import static dev.crossdock.flow.Step.CAPTURE_PAYMENT;
import static dev.crossdock.flow.Step.QUOTE_RATES;
import static dev.crossdock.flow.Step.RELEASE_FULFILLMENT;
import static dev.crossdock.flow.Step.TRACK;
import static dev.crossdock.partner.SomeAnswers.answered;
import static dev.crossdock.partner.SomeAnswers.fulfilling;
import static dev.crossdock.partner.SomeAnswers.refused;
import static dev.crossdock.partner.SomeAnswers.voided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Answer.VoidStatus;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shipment that is called back: what it has goes back, unless a partner does not let go. */
class RecallTest {

  @Test
  void aShipmentThatIsCalledBackBeforeItBeginsIsCancelledAtOnce() {
    PlayedShipment shipment = PlayedShipment.unheardOf(PlayedShipment.anyPlan()).recalled();
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(shipment.due()).isEmpty();
  }

  @Test
  void aShipmentWithNothingBookedIsCancelledAtOnce() {
    PlayedShipment shipment = PlayedShipment.opened().recalled();
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(shipment.stateOf(QUOTE_RATES)).isEqualTo(StepState.CANCELLED);
  }

  @Test
  void aBookedLabelIsVoided() {
    PlayedShipment shipment = PlayedShipment.booked();
    shipment.ends(RELEASE_FULFILLMENT, SomeAnswers.notConnected()).recalled();
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLING);
    assertThat(shipment.dueUndos()).containsExactly(BOOK_SHIPMENT);
    shipment.undoEnds(BOOK_SHIPMENT, answered(voided(VoidStatus.VOIDED)));
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(shipment.stateOf(TRACK)).isEqualTo(StepState.CANCELLED);
  }

  @Test
  void theWarehouseIsAskedBeforeTheLabelIsVoided() {
    PlayedShipment shipment = PlayedShipment.released().recalled();
    assertThat(shipment.dueUndos()).containsExactly(RELEASE_FULFILLMENT);
    shipment.undoEnds(RELEASE_FULFILLMENT, answered(fulfilling(FulfillmentStatus.CANCELLED)));
    assertThat(shipment.dueUndos()).containsExactly(BOOK_SHIPMENT);
    shipment.undoEnds(BOOK_SHIPMENT, answered(voided(VoidStatus.VOIDED)));
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLED);
  }

  @Test
  void aReleaseOnItsWayIsAwaitedBeforeTheLabelIsVoided() {
    PlayedShipment shipment = PlayedShipment.booked().recalled();
    assertThat(shipment.dueUndos()).isEmpty();
    assertThat(shipment.dueSteps()).containsExactly(RELEASE_FULFILLMENT);
    shipment.answers(RELEASE_FULFILLMENT, fulfilling(FulfillmentStatus.SUBMITTED));
    assertThat(shipment.dueUndos()).containsExactly(RELEASE_FULFILLMENT);
  }

  @Test
  void aWarehouseThatTellsLaterIsWaitedFor() {
    PlayedShipment shipment = askedBack();
    assertThat(shipment.due()).isEmpty();
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLING);
    shipment.warehouseTells(FulfillmentStatus.CANCELLED);
    assertThat(shipment.dueUndos()).containsExactly(BOOK_SHIPMENT);
  }

  @Test
  void aWarehouseThatRefusesKeepsItAndItGoesOn() {
    PlayedShipment shipment =
        PlayedShipment.released().recalled().undoEnds(RELEASE_FULFILLMENT, refused("packed"));
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.RELEASED);
    assertThat(shipment.shipment().summary(1).cancellationRefused()).contains("packed in words");
    assertThat(shipment.stateOf(RELEASE_FULFILLMENT)).isEqualTo(StepState.AWAITING_CALLBACK);
    assertThat(shipment.stateOf(BOOK_SHIPMENT)).isEqualTo(StepState.SUCCEEDED);
    assertThat(shipment.shipment().work().ledger().entries())
        .extracting(LedgerEntry::state)
        .containsOnly(LedgerEntry.State.HELD);
  }

  @Test
  void whatGoesOnAfterARefusalIsDeliveredAndPaid() {
    PlayedShipment shipment = askedBack().warehouseTells(FulfillmentStatus.CANCELLATION_REJECTED);
    shipment.warehouseTells(FulfillmentStatus.SHIPPED);
    assertThat(shipment.dueSteps()).containsExactly(CAPTURE_PAYMENT);
    assertThat(shipment.scanned(TrackingStatus.DELIVERED).status())
        .isEqualTo(ShipmentStatus.DELIVERED);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUBMITTED", "ACCEPTED", "PACKED", "SHIPPED", "CANCELLATION_REJECTED"})
  void aWarehouseThatAnswersThatItGoesOnHasRefused(FulfillmentStatus status) {
    PlayedShipment shipment =
        PlayedShipment.released()
            .recalled()
            .undoEnds(RELEASE_FULFILLMENT, answered(fulfilling(status)));
    assertThat(shipment.shipment().recallRefused()).isNotNull();
    assertThat(shipment.dueUndos()).isEmpty();
  }

  @Test
  void aSecondRecallAfterARefusalChangesNothing() {
    PlayedShipment shipment =
        PlayedShipment.released().recalled().undoEnds(RELEASE_FULFILLMENT, refused("packed"));
    int before = shipment.journal().size();
    assertThat(shipment.recalled().journal()).hasSize(before);
  }

  @Test
  void whatIsPackedIsNotCalledBack() {
    PlayedShipment shipment = PlayedShipment.released().warehouseTells(FulfillmentStatus.PACKED);
    shipment.recalled();
    assertThat(shipment.shipment().recallRefused()).isEqualTo("already PACKED");
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.PACKED);
    assertThat(shipment.dueUndos()).isEmpty();
  }

  @Test
  void goodsThatLeaveWhileTheyAreCalledBackAreShipped() {
    PlayedShipment shipment = askedBack().warehouseTells(FulfillmentStatus.SHIPPED);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(shipment.shipment().recallRefused()).isEqualTo("already shipped");
    assertThat(shipment.dueSteps()).containsExactly(CAPTURE_PAYMENT);
  }

  @Test
  void goodsThatTheCarrierScansWhileTheyAreCalledBackAreShipped() {
    PlayedShipment shipment = PlayedShipment.released().recalled();
    shipment.scanned(TrackingStatus.IN_TRANSIT);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(shipment.dueUndos()).isEmpty();
  }

  @Test
  void goodsThatTurnOutToHaveLeftAreShipped() {
    PlayedShipment shipment =
        PlayedShipment.booked().ends(RELEASE_FULFILLMENT, SomeAnswers.timedOut()).recalled();
    shipment.whenDue().answers(RELEASE_FULFILLMENT, fulfilling(FulfillmentStatus.SHIPPED));
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(shipment.dueUndos()).isEmpty();
    assertThat(shipment.dueSteps()).containsExactly(CAPTURE_PAYMENT);
  }

  @Test
  void aVerdictThatTakesWeeksIsDebtAndHoldsUpNobody() {
    PlayedShipment shipment = cancelledWithDebt();
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(shipment.shipment().awaitsVerdict()).isTrue();
    assertThat(shipment.shipment().subjects())
        .anyMatch(s -> s.name().equals("booking/bok-1") && s.namespace().equals("swift"));
    shipment
        .later(Duration.ofDays(29))
        .told("swift", new Update.BookingVoidUpdated("bok-1", VoidStatus.VOIDED));
    assertThat(shipment.shipment().work().ledger().of(BOOK_SHIPMENT))
        .hasValueSatisfying(e -> assertThat(e.state()).isEqualTo(LedgerEntry.State.RELEASED));
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLED);
  }

  @Test
  void aVerdictAgainstUsIsWrittenOff() {
    PlayedShipment shipment = cancelledWithDebt();
    shipment.told("swift", new Update.BookingVoidUpdated("bok-1", VoidStatus.REJECTED));
    assertThat(shipment.stateOf(BOOK_SHIPMENT)).isEqualTo(StepState.UNDO_REJECTED);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLED);
  }

  @Test
  void aLabelThatCannotBeVoidedDoesNotHoldUpTheCancellation() {
    PlayedShipment shipment = PlayedShipment.booked();
    shipment.ends(RELEASE_FULFILLMENT, SomeAnswers.notConnected()).recalled();
    shipment.undoEnds(BOOK_SHIPMENT, answered(voided(VoidStatus.REJECTED)));
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.CANCELLED);
  }

  @Test
  void aShipmentThatNeedsSomebodyCanBeCalledBack() {
    PlayedShipment shipment = PlayedShipment.released().warehouseTells(FulfillmentStatus.REJECTED);
    shipment.recalled();
    assertThat(shipment.dueUndos()).containsExactly(BOOK_SHIPMENT);
  }

  private static PlayedShipment askedBack() {
    return PlayedShipment.released()
        .recalled()
        .undoEnds(
            RELEASE_FULFILLMENT, answered(fulfilling(FulfillmentStatus.CANCELLATION_REQUESTED)));
  }

  private static PlayedShipment cancelledWithDebt() {
    PlayedShipment shipment = PlayedShipment.booked();
    shipment.ends(RELEASE_FULFILLMENT, SomeAnswers.notConnected()).recalled();
    return shipment.undoEnds(BOOK_SHIPMENT, answered(voided(VoidStatus.SUBMITTED)));
  }
}
