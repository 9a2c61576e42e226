package dev.crossdock.shipment;

import static dev.crossdock.flow.Step.CAPTURE_PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Call.Errand;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Hold;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.trade.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What has left the house is paid for, once. */
class CaptureTest {
  private static final Money ALL = Money.of("25.00", "EUR");

  @Test
  void nothingIsCapturedBeforeItHasShipped() {
    assertThat(PlayedShipment.released().dueSteps()).isEmpty();
    assertThat(PlayedShipment.shipped().due(CAPTURE_PAYMENT).ask())
        .isEqualTo(new Ask.CapturePayment("aut-1", ALL));
  }

  @Test
  void whatIsCapturedIsToldToTheOrder() {
    PlayedShipment shipment =
        PlayedShipment.shipped().answers(CAPTURE_PAYMENT, SomeAnswers.captured(ALL));
    assertThat(shipment.shipment().summary(1).captured()).isEqualTo(ALL);
    assertThat(shipment.dueSteps()).isEmpty();
  }

  @Test
  void aCaptureInDoubtIsLookedUpFirst() {
    PlayedShipment shipment =
        PlayedShipment.shipped().ends(CAPTURE_PAYMENT, SomeAnswers.timedOut()).whenDue();
    assertThat(shipment.due(CAPTURE_PAYMENT).errand()).isEqualTo(Errand.LOOK_UP_THEN_DO);
  }

  @Test
  void aCaptureOnItsWayWhenTheEntityDiedIsLookedUpFirst() {
    assertThat(PlayedShipment.shipped().recovered().due(CAPTURE_PAYMENT).errand())
        .isEqualTo(Errand.LOOK_UP_THEN_DO);
  }

  @Test
  void isTriedForYears() {
    PlayedShipment shipment = PlayedShipment.shipped();
    for (int tries = 0; tries < 40; tries++) {
      shipment.ends(CAPTURE_PAYMENT, SomeAnswers.notConnected()).whenDue();
    }
    shipment.later(Duration.ofDays(900)).ends(CAPTURE_PAYMENT, SomeAnswers.notConnected());
    assertThat(shipment.stateOf(CAPTURE_PAYMENT)).isEqualTo(StepState.PARKED);
  }

  @Test
  void isStillOwedWhenTheParcelIsDelivered() {
    PlayedShipment shipment = PlayedShipment.shipped().scanned(TrackingStatus.DELIVERED);
    assertThat(shipment.dueSteps()).containsExactly(CAPTURE_PAYMENT);
    shipment.answers(CAPTURE_PAYMENT, SomeAnswers.captured(ALL));
    assertThat(shipment.shipment().captured()).isEqualTo(ALL);
  }

  @Test
  void anotherAmountIsNotBelieved() {
    PlayedShipment shipment =
        PlayedShipment.shipped()
            .answers(CAPTURE_PAYMENT, SomeAnswers.captured(Money.of("99.00", "EUR")));
    assertThat(shipment.stateOf(CAPTURE_PAYMENT)).isEqualTo(StepState.FAILED);
    assertThat(shipment.shipment().captured().isZero()).isTrue();
  }

  @Test
  void aHoldKeepsItFromBeingCaptured() {
    PlayedShipment shipment = PlayedShipment.shipped().directed(false, Hold.Block.CAPTURE);
    assertThat(shipment.dueSteps()).isEmpty();
  }
}
