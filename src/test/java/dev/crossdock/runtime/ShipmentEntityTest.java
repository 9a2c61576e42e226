package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.claim.Callbacks.Receipt;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.PartnerCall.Mode;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentState;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a shipment's entity does because its state says so. */
final class ShipmentEntityTest {
  private final ShipmentBench bench = new ShipmentBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void tellsItsOrderThatItHasTheDirective() {
    bench.directed();
    assertThat(bench.rig.post.receiveMessage().message())
        .isEqualTo(new OrderMessage.DirectiveTaken(ShipmentBench.directive()));
  }

  @Test
  void takesTheBestOfAllCarriersRates() {
    bench.rated();
    Gateway.Submit booking = bench.rig.asked(Ask.BookShipment.class);
    assertThat(((Ask.BookShipment) booking.call().ask()).rateId()).isEqualTo("rate-parcelwolf");
  }

  @Test
  void parksWhenEveryCarrierIsHeldBack() {
    bench.directed();
    var outcome = new Unanswered(Reach.HELD_BACK, "closed", null);
    Rig.answer(bench.rig.asked(Ask.QuoteRates.class), "carrier", outcome);
    Rig.answer(bench.rig.asked(Ask.QuoteRates.class), "parcelwolf", outcome);
    bench.awaits(Step.QUOTE_RATES, StepState.PARKED);
  }

  @Test
  void makesDoWithTheRatesOfTheCarriersThatAnswerInTime() {
    bench.directed();
    Gateway.Submit other = bench.rig.asked(Ask.QuoteRates.class);
    Gateway.Submit slow = bench.rig.asked(Ask.QuoteRates.class);
    var quoted = new Answer.Quoted(List.of(Willing.rate("carrier", "9.00")));
    Rig.answer(other, "carrier", new Outcome.Succeeded(quoted));
    bench.rig.asked(Ask.BookShipment.class);
    assertThat(slow.ticket().isOpen()).isFalse();
  }

  @Test
  void saysHowFarItIsUntilItsOrderKnows() {
    bench.rated();
    Rig.yes(bench.rig.asked(Ask.BookShipment.class));
    ShipmentSummary first = bench.told();
    assertThat(bench.told()).isEqualTo(first);
    bench.entity.tell(new ShipmentMessage.SummaryTaken(first.version()));
    bench.state();
    bench.rig.dropLetters();
    assertThat(bench.rig.post.receiveSeveralMessages(3))
        .allMatch(letter -> letter.message() instanceof ClaimMessage.Stake);
  }

  @Test
  void saysAgainAfterARecoveryHowFarItIs() {
    bench.rated();
    Rig.yes(bench.rig.asked(Ask.BookShipment.class));
    ShipmentSummary first = bench.told();
    bench.entity.tell(new ShipmentMessage.SummaryTaken(first.version()));
    bench.again();
    bench.rig.dropLetters();
    bench.entity.tell(new ShipmentMessage.Wake());
    assertThat(bench.told().status()).isEqualTo(first.status());
  }

  @Test
  void looksUpWhatItCouldNotStore() {
    bench.rated();
    bench.awaits(Step.QUOTE_RATES, StepState.SUCCEEDED);
    bench.rig.journal.failNextPersisted(ShipmentBench.PID);
    Rig.yes(bench.rig.asked(Ask.BookShipment.class));
    Gateway.Submit lookUp = bench.rig.asked(Ask.BookShipment.class);
    assertThat(lookUp.call().mode()).isEqualTo(Mode.LOOK_UP);
    Rig.yes(lookUp);
    bench.awaits(Step.BOOK_SHIPMENT, StepState.SUCCEEDED);
    assertThat(bench.rig.asked(Ask.ReleaseFulfillment.class).call().mode()).isEqualTo(Mode.DO);
  }

  @Test
  void isBroughtBackWhenStoppedWithSomethingLeftToDo() {
    bench.rated();
    bench.rig.asked(Ask.BookShipment.class);
    bench.again();
    assertThat(bench.reminder()).isBefore(Sample.NOON.plusSeconds(5));
  }

  @Test
  void takesACallbackOnce() {
    bench.rated();
    Rig.yes(bench.rig.asked(Ask.BookShipment.class));
    Rig.yes(bench.rig.asked(Ask.ReleaseFulfillment.class));
    bench.awaits(Step.RELEASE_FULFILLMENT, StepState.AWAITING_CALLBACK);
    assertThat(called().receiveMessage()).isEqualTo(new Handed("msg-1", Receipt.TAKEN));
    assertThat(called().receiveMessage()).isEqualTo(new Handed("msg-1", Receipt.NOTHING_NEW));
  }

  @Test
  void doesNotAnswerACallbackThatItCannotTake() {
    called().expectNoMessage(Duration.ofMillis(50));
  }

  @Test
  void isQuarantinedWhenItsJournalHasAHole() {
    bench.directed();
    bench.state();
    bench.again();
    bench.rig.journal.clearByIdPreservingSeqNumbers(ShipmentBench.PID);
    bench.again();
    assertThat(bench.state()).isInstanceOf(ShipmentState.Quarantined.class);
    called().expectNoMessage(Duration.ofMillis(50));
  }

  private TestProbe<Handed> called() {
    TestProbe<Handed> partner = bench.rig.kit.createTestProbe(Handed.class);
    var packed =
        new Answer.Fulfilling("ful-" + ShipmentBench.ID, Answer.FulfillmentStatus.PACKED, null);
    bench.entity.tell(
        new ShipmentMessage.Called(
            "msg-1", "warehouse", new Update.FulfillmentUpdated(packed), partner.getRef()));
    return partner;
  }
}
