package dev.crossdock.shipment;

import static dev.crossdock.flow.Step.BOOK_SHIPMENT;
import static dev.crossdock.flow.Step.QUOTE_RATES;
import static dev.crossdock.flow.Step.RELEASE_FULFILLMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Call.Errand;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Hold;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Rate;
import dev.crossdock.partner.SomeAnswers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A carrier that does not book is followed by the next best. */
class BookingTest {
  private static final Rate SWIFT = SomeAnswers.rate("swift", "7.00");
  private static final Rate STEADY = SomeAnswers.rate("steady", "8.00");

  @Test
  void theNextBestRateIsBookedUnderAnotherKey() {
    PlayedShipment shipment = PlayedShipment.quoted(STEADY, SWIFT);
    assertThat(shipment.due(BOOK_SHIPMENT).key()).isEqualTo("shp_1-1:book-shipment:1");
    shipment.ends(BOOK_SHIPMENT, SomeAnswers.refused("rate-gone"));
    Call next = shipment.due(BOOK_SHIPMENT);
    assertThat(next.partner()).isEqualTo("steady");
    assertThat(next.key()).isEqualTo("shp_1-1:book-shipment:2");
    assertThat(next.ask())
        .isInstanceOfSatisfying(
            Ask.BookShipment.class, ask -> assertThat(ask.rateId()).isEqualTo("rate-steady"));
  }

  @Test
  void whenEveryRateIsRefusedAllAreAskedAgain() {
    PlayedShipment shipment =
        PlayedShipment.quoted(SWIFT).ends(BOOK_SHIPMENT, SomeAnswers.refused("rate-gone"));
    assertThat(shipment.dueSteps()).containsExactly(QUOTE_RATES);
    assertThat(shipment.due(QUOTE_RATES).key()).isEqualTo("shp_1-1:quote-rates:2");
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.PLANNED);
    shipment.answers(QUOTE_RATES, SomeAnswers.quoted(STEADY));
    assertThat(shipment.due(BOOK_SHIPMENT).partner()).isEqualTo("steady");
    assertThat(shipment.due(BOOK_SHIPMENT).key()).isEqualTo("shp_1-1:book-shipment:2");
  }

  @Test
  void afterThreeRoundsSomebodyHasToLook() {
    PlayedShipment shipment = PlayedShipment.quoted(SWIFT);
    for (int round = 1; round < 3; round++) {
      shipment
          .ends(BOOK_SHIPMENT, SomeAnswers.refused("rate-gone"))
          .answers(QUOTE_RATES, SomeAnswers.quoted(SWIFT));
    }
    shipment.ends(BOOK_SHIPMENT, SomeAnswers.refused("rate-gone"));
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.ACTION_REQUIRED);
    assertThat(shipment.due()).isEmpty();
  }

  @Test
  void aBookingInDoubtIsLookedUpAtTheCarrierThatWasAsked() {
    PlayedShipment shipment =
        PlayedShipment.quoted(SWIFT, STEADY).ends(BOOK_SHIPMENT, SomeAnswers.timedOut());
    Call lookUp = shipment.whenDue().due(BOOK_SHIPMENT);
    assertThat(lookUp.errand()).isEqualTo(Errand.LOOK_UP_THEN_DO);
    assertThat(lookUp.partner()).isEqualTo("swift");
  }

  @Test
  void noOtherCarrierIsBookedWhileTheFirstMayStillHaveIt() {
    PlayedShipment shipment = PlayedShipment.quoted(SWIFT, STEADY).later(Duration.ofHours(1));
    shipment.ends(BOOK_SHIPMENT, SomeAnswers.timedOut()).whenDue();
    shipment.ends(BOOK_SHIPMENT, SomeAnswers.nothingThere());
    assertThat(shipment.stateOf(BOOK_SHIPMENT)).isEqualTo(StepState.IN_DOUBT);
    shipment.whenDue().ends(BOOK_SHIPMENT, SomeAnswers.nothingThere());
    assertThat(shipment.due(BOOK_SHIPMENT).partner()).isEqualTo("steady");
  }

  @Test
  void aBookingThatWasVoidedIsNone() {
    PlayedShipment shipment = PlayedShipment.quoted(SWIFT, STEADY);
    shipment.answers(
        BOOK_SHIPMENT, new Answer.Booked("bok-1", "TRK1", null, Answer.BookingStatus.VOIDED, null));
    assertThat(shipment.due(BOOK_SHIPMENT).partner()).isEqualTo("steady");
  }

  @Test
  void aHoldKeepsItFromBeingBooked() {
    PlayedShipment shipment = PlayedShipment.quoted(SWIFT).directed(false, Hold.Block.BOOK);
    assertThat(shipment.dueSteps()).isEmpty();
    assertThat(shipment.directed(false).dueSteps()).containsExactly(BOOK_SHIPMENT);
  }

  @Test
  void aHoldKeepsItFromTheWarehouse() {
    PlayedShipment shipment = PlayedShipment.booked().directed(false, Hold.Block.ALL);
    assertThat(shipment.dueSteps()).isEmpty();
    assertThat(shipment.directed(false).dueSteps()).containsExactly(RELEASE_FULFILLMENT);
  }

  @Test
  void theSameDirectiveAgainChangesNothing() {
    PlayedShipment shipment = PlayedShipment.booked().directed(false, Hold.Block.RELEASE);
    int before = shipment.journal().size();
    shipment.directed(false, Hold.Block.RELEASE);
    assertThat(shipment.journal()).hasSize(before);
  }

  @Test
  void theWarehouseGetsTheLabel() {
    assertThat(PlayedShipment.booked().due(RELEASE_FULFILLMENT).ask())
        .isInstanceOfSatisfying(
            Ask.ReleaseFulfillment.class,
            ask -> {
              assertThat(ask.trackingCode()).isEqualTo("TRK1");
              assertThat(ask.labelUrl()).isEqualTo("https://labels.example/1.pdf");
              assertThat(ask.location()).isEqualTo("HAM");
            });
  }
}
