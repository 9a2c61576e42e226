package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.Refusal;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.PartnerCall.Mode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an order whose journal fails, or cannot be trusted. */
final class OrderJournalTest {
  private final OrderBench bench = new OrderBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void answersNothingWhenItCannotTellWhetherItIsStored() {
    bench.rig.journal.failNextPersisted(OrderBench.PID);
    bench.entity.tell(new OrderMessage.Place(Sample.place(), bench.client.getRef()));
    bench.client.expectNoMessage(Duration.ofMillis(100));
    assertThat(bench.placed().changed()).isTrue();
    bench.rig.asked(3);
  }

  @Test
  void answersTheRepetitionOfWhatWasStoredAfterAll() {
    bench.rig.journal.failNextPersisted(OrderBench.PID);
    bench.entity.tell(new OrderMessage.Place(Sample.place(), bench.client.getRef()));
    store(placedEvent());
    OrderReply.Now again = bench.placed();
    assertThat(again.changed()).isFalse();
    assertThat(again.version()).isEqualTo(1);
    bench.rig.asked(3);
  }

  @Test
  void asksAgainForWhatItCouldNotStore() {
    var calls = bench.begunCalls();
    bench.rig.journal.failNextPersisted(OrderBench.PID);
    Rig.yes(calls.of(Ask.ReserveInventory.class));
    var again = bench.rig.asked(3);
    assertThat(again.of(Ask.ReserveInventory.class).call().mode()).isEqualTo(Mode.LOOK_UP);
    assertThat(calls.of(Ask.CheckCustomer.class).ticket().isOpen()).isFalse();
    Rig.yes(again.of(Ask.ReserveInventory.class));
    bench.awaits(Step.RESERVE_INVENTORY, StepState.SUCCEEDED);
    Rig.yes(again.of(Ask.CheckCustomer.class));
    Rig.yes(bench.rig.asked(Ask.CheckFraud.class));
    Rig.yes(bench.rig.asked(Ask.AuthorizePayment.class));
    bench.awaits(Step.AUTHORIZE_PAYMENT, StepState.SUCCEEDED);
  }

  @Test
  void goesOnFromWhatWasStoredAfterAll() {
    var calls = bench.begunCalls();
    bench.rig.journal.failNextPersisted(OrderBench.PID);
    Rig.yes(calls.of(Ask.ValidateAddress.class));
    var answer = Willing.to(calls.of(Ask.ValidateAddress.class).call().ask());
    store(
        new OrderEvent.Stepped(
            new StepEvent.Succeeded(
                Step.VALIDATE_ADDRESS,
                1,
                "address",
                ((dev.crossdock.partner.Outcome.Succeeded) answer).answer(),
                Sample.NOON)));
    assertThat(bench.rig.asked(2).asks())
        .containsOnly(Ask.CheckCustomer.class, Ask.ReserveInventory.class);
    bench.awaits(Step.VALIDATE_ADDRESS, StepState.SUCCEEDED);
  }

  @Test
  void survivesManyFailuresInARow() {
    bench.begunCalls();
    bench.stop();
    bench.rig.journal.failNextNReads(OrderBench.PID, 2);
    bench.beginAgain();
    assertThat(bench.order().id()).isEqualTo(Sample.ID);
    bench.rig.asked(3);
  }

  @Test
  void leavesAfterItsJournalFailed() {
    bench.parked();
    bench.rig.journal.failNextPersisted(OrderBench.PID);
    bench.rig.clock.pass(Duration.ofMinutes(30));
    bench.entity.tell(new OrderMessage.Wake());
    var outcome = notActedOn();
    bench.rig.asked(3).all().forEach(submit -> Rig.answer(submit, outcome));
    bench.rig.asked(3).all().forEach(submit -> Rig.answer(submit, outcome));
    bench.rig.journal.resetPolicy();
    bench.referenceIsKnown();
    bench.left.expectMessage("left");
  }

  @Test
  void isShownToHaveBeenRestarted() {
    var calls = bench.begunCalls();
    bench.rig.journal.failNextPersisted(OrderBench.PID);
    Rig.yes(calls.of(Ask.CheckCustomer.class));
    bench.rig.asked(3);
    var shown = bench.region().children().getFirst();
    assertThat(shown.restarts()).isEqualTo(1);
    assertThat(shown.state()).isEqualTo("running");
  }

  @Test
  void isBroughtBackAfterAFailureOfItsOwn() {
    bench.begunCalls();
    bench.rig.journal.rejectNextPersisted(OrderBench.PID);
    bench.entity.tell(
        new OrderMessage.Cancel(
            new dev.crossdock.order.OrderCommand.Cancel("no", "me"), bench.client.getRef()));
    bench.client.expectTerminated(bench.entity);
    assertThat(bench.reminder()).isAfter(Sample.NOON.plusSeconds(30));
    assertThat(bench.region().children().getFirst().state()).isEqualTo("stopped");
  }

  @Test
  void isQuarantinedWhenItsJournalHasAHole() {
    bench.begunCalls();
    bench.stop();
    bench.rig.journal.clearByIdPreservingSeqNumbers(OrderBench.PID);
    bench.beginAgain();
    quarantined();
  }

  @Test
  void isQuarantinedWhenAnEventDoesNotFit() {
    bench.stop();
    store(placedEvent());
    store(placedEvent());
    bench.beginAgain();
    quarantined();
  }

  private void quarantined() {
    assertThat(bench.state()).isInstanceOf(OrderState.Quarantined.class);
    bench.entity.tell(new OrderMessage.Place(Sample.place(), bench.client.getRef()));
    bench.client.expectMessage(new OrderReply.No(Refusal.QUARANTINED));
    bench.entity.tell(new OrderMessage.Wake());
    bench.left.expectMessage("left");
    bench.rig.gateway.expectNoMessage(Duration.ofMillis(50));
  }

  private static OrderEvent placedEvent() {
    var place = Sample.place();
    return new OrderEvent.Placed(
        place.id(), place.fingerprint(), place.content(), place.flow(), Sample.NOON);
  }

  /** As if the journal had stored it, whatever it answered. */
  private void store(OrderEvent event) {
    bench.rig.journal.persistForRecovery(OrderBench.PID, List.of(event));
  }

  private static dev.crossdock.partner.Outcome notActedOn() {
    return new dev.crossdock.partner.Outcome.Unanswered(
        dev.crossdock.partner.Outcome.Reach.HELD_BACK, "closed", Duration.ofMinutes(4));
  }
}
