package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.OrderReply;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.PartnerCall.Mode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an order's entity does because its state says so. */
final class OrderEntityTest {
  private final OrderBench bench = new OrderBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void beginsItsCallsOnceItIsPlaced() {
    assertThat(bench.placed().changed()).isTrue();
    var calls = bench.rig.asked(3);
    assertThat(calls.asks())
        .containsOnly(
            Ask.ValidateAddress.class, Ask.CheckCustomer.class, Ask.ReserveInventory.class);
    assertThat(calls.of(Ask.ReserveInventory.class).call().key())
        .isEqualTo("ord_1:reserve-inventory:1");
    assertThat(calls.all()).allMatch(submit -> submit.call().mode() == Mode.DO);
  }

  @Test
  void answersTheSameKeyWithWhatThereIs() {
    bench.begunCalls();
    OrderReply.Now again = bench.placed();
    assertThat(again.changed()).isFalse();
    assertThat(again.version()).isEqualTo(1);
    bench.rig.gateway.expectNoMessage(Duration.ofMillis(50));
  }

  @Test
  void looksUpWhatAnEarlierLifeMayHaveSent() {
    bench.begunCalls();
    bench.stop();
    bench.beginAgain();
    bench.entity.tell(new OrderMessage.Wake());
    var calls = bench.rig.asked(3);
    Gateway.Submit lookUp = calls.of(Ask.ReserveInventory.class);
    assertThat(lookUp.call().mode()).isEqualTo(Mode.LOOK_UP);
    assertThat(calls.of(Ask.ValidateAddress.class).call().mode()).isEqualTo(Mode.DO);
    Rig.answer(lookUp, new Outcome.Succeeded(new Answer.Absent()));
    assertThat(bench.rig.asked(Ask.ReserveInventory.class).call().mode()).isEqualTo(Mode.DO);
  }

  @Test
  void endsItsCallsBeforeItself() {
    var calls = bench.begunCalls();
    bench.stop();
    assertThat(calls.all()).noneMatch(submit -> submit.ticket().take());
  }

  @Test
  void isBroughtBackWhenStoppedWithSomethingLeftToDo() {
    bench.begunCalls();
    bench.stop();
    assertThat(bench.reminder()).isBefore(Sample.NOON.plusSeconds(5));
  }

  @Test
  void staysWhileCallsAreOnTheirWay() {
    bench.begunCalls();
    bench.referenceIsKnown();
    bench.left.expectNoMessage(Rig.limits().passivateAfter().multipliedBy(2));
  }

  @Test
  void leavesWhenItOnlyWaitsAndIsRemindedInTime() {
    bench.parked();
    bench.referenceIsKnown();
    bench.left.expectMessage("left");
    bench.stop();
    assertThat(bench.reminder()).isAfter(Sample.NOON.plusSeconds(120));
  }

  @Test
  void goesOnAfterItHasLeft() {
    bench.parked();
    bench.stop();
    bench.rig.clock.pass(Duration.ofMinutes(30));
    bench.beginAgain();
    bench.entity.tell(new OrderMessage.Wake());
    assertThat(bench.rig.asked(3).asks()).contains(Ask.CheckCustomer.class);
  }

  @Test
  void triesAgainInTimeWhileAnotherCallIsOnItsWay() {
    var calls = bench.begunCalls();
    Rig.answer(calls.of(Ask.ValidateAddress.class), notActedOn());
    bench.awaits(Step.VALIDATE_ADDRESS, StepState.RETRY_WAIT);
    bench.rig.clock.pass(Duration.ofSeconds(11));
    bench.rig.asked(Ask.ValidateAddress.class);
  }

  @Test
  void withdrawsReadsThatNobodyWantsAnyMore() {
    var calls = bench.begunCalls();
    bench.cancelled();
    await().until(() -> !calls.of(Ask.ValidateAddress.class).ticket().isOpen());
    assertThat(calls.of(Ask.ValidateAddress.class).ticket().isTaken()).isFalse();
    assertThat(calls.of(Ask.ReserveInventory.class).ticket().isOpen()).isTrue();
  }

  @Test
  void dropsReadsThatNoPartnerIsThereFor() {
    bench.withoutPartners();
    bench.placed();
    bench.cancelled();
    assertThat(bench.order().ending()).isNotNull();
  }

  @Test
  void takesNoReportOfAnEarlierLife() {
    bench.begunCalls();
    var outcome = Willing.to(new Ask.ValidateAddress(Sample.home()));
    Report late = new Report(CallId.forward(Step.VALIDATE_ADDRESS, 1), "address", outcome, 0.5);
    bench.entity.tell(new OrderMessage.CallEnded(new Ended(late, bench.client.getRef())));
    assertThat(bench.order().work().steps().is(Step.VALIDATE_ADDRESS, StepState.READY)).isTrue();
  }

  @Test
  void takesTheFailureOfAChildForTheAttemptsOnly() {
    var calls = bench.begunCalls();
    bench.rig.diceFailures.set(3);
    Rig.yes(calls.of(Ask.CheckCustomer.class));
    Rig.yes(bench.rig.asked(Ask.CheckCustomer.class));
    Rig.yes(bench.rig.asked(Ask.CheckCustomer.class));
    bench.awaits(Step.CHECK_CUSTOMER, StepState.RETRY_WAIT);
    bench.rig.clock.pass(Duration.ofSeconds(11));
    Rig.yes(bench.rig.asked(Ask.CheckCustomer.class));
    bench.awaits(Step.CHECK_CUSTOMER, StepState.SUCCEEDED);
  }

  @Test
  void tellsWhoeverFollowsHowItStandsAndThenOfEveryStep() {
    var calls = bench.begunCalls();
    var follower = bench.rig.kit.createTestProbe(FollowerMessage.class);
    bench.entity.tell(new OrderMessage.Follow(follower.getRef()));
    assertThat(follower.expectMessageClass(FollowerMessage.Standing.class).version()).isEqualTo(1);
    Rig.yes(calls.of(Ask.ValidateAddress.class));
    var progress = follower.expectMessageClass(FollowerMessage.Progress.class);
    assertThat(progress.latest()).hasSize(1);
    assertThat(progress.version()).isEqualTo(2);
  }

  @Test
  void saysThatItIsBackForItHasForgottenWhoFollowsIt() {
    bench.begunCalls();
    assertThat(bench.rig.awake).isEmpty();
    bench.stop();
    bench.beginAgain();
    bench.state();
    assertThat(bench.rig.awake).containsExactly(Sample.ID);
  }

  @Test
  void repeatsWhatItWantsOfAShipmentUntilThatHasIt() {
    bench.confirmed();
    var first = bench.directed();
    assertThat(bench.directed()).isEqualTo(first);
    bench.entity.tell(new OrderMessage.DirectiveTaken(first));
    bench.referenceIsKnown();
    bench.state();
    bench.rig.dropLetters();
    bench.rig.post.expectNoMessage(Rig.limits().tellAgain().multipliedBy(3));
  }

  @Test
  void standsInTheTreeWithItsCallsAndLeavesNoTrace() {
    bench.begunCalls();
    assertThat(bench.steps())
        .containsExactly("check-customer", "reserve-inventory", "validate-address");
    bench.stop();
    await().until(() -> bench.region().childrenTotal() == 0);
  }

  private static Unanswered notActedOn() {
    return new Unanswered(Reach.NOT_ACTED_ON, "no connection", null);
  }
}
