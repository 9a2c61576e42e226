package dev.crossdock.order;

import static dev.crossdock.flow.Step.CHECK_CUSTOMER;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Call.Errand;
import dev.crossdock.flow.StepState;
import dev.crossdock.partner.SomeAnswers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A call that may have been acted on is looked up before it is sent again. */
class DoubtTest {
  /** How long a reservation may still come after a call without an answer. */
  private static final Duration SETTLE = Duration.ofSeconds(6);

  @Test
  void aCallThatMayHaveArrivedIsLookedUpFirst() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.IN_DOUBT);
    assertThat(order.dueSteps()).doesNotContain(RESERVE_INVENTORY);
    assertThat(order.whenDue().due(RESERVE_INVENTORY).errand()).isEqualTo(Errand.LOOK_UP_THEN_DO);
  }

  @Test
  void whatIsFoundIsAsGoodAsAnswered() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.whenDue().answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.SUCCEEDED);
  }

  @Test
  void aCallThatCannotHaveArrivedIsNotInDoubt() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.notConnected());
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.RETRY_WAIT);
    assertThat(order.whenDue().due(RESERVE_INVENTORY).errand()).isEqualTo(Errand.DO);
  }

  @Test
  void aLookUpWithoutAnAnswerLeavesTheDoubt() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.whenDue().ends(RESERVE_INVENTORY, SomeAnswers.notConnected());
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.IN_DOUBT);
    assertThat(order.whenDue().due(RESERVE_INVENTORY).errand()).isEqualTo(Errand.LOOK_UP_THEN_DO);
  }

  @Test
  void aPartnerThatCannotBeAskedIsNotHammered() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    Instant anHourLater = order.now().plus(Duration.ofHours(1));
    int lookUps = 0;
    while (order.now().isBefore(anHourLater)) {
      order.whenDue().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
      lookUps++;
    }
    assertThat(lookUps).isBetween(10, 40);
  }

  @Test
  void afterARecoveryEveryCallThatAcquiresIsLookedUpFirst() {
    PlayedOrder order = PlayedOrder.placed().recovered();
    assertThat(order.due(RESERVE_INVENTORY).errand()).isEqualTo(Errand.LOOK_UP_THEN_DO);
    assertThat(order.due(CHECK_CUSTOMER).errand()).isEqualTo(Errand.DO);
  }

  @Test
  void oncePastTheTimeToTryItIsOnlyLookedUp() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.later(Duration.ofHours(1));
    assertThat(order.due(RESERVE_INVENTORY).errand()).isEqualTo(Errand.LOOK_UP);
  }

  @Test
  void isGivenUpWhenNothingCameOfItInAllThatTime() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.later(Duration.ofHours(1)).ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    order.whenDue().ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.FAILED);
    assertThat(order.order().ending())
        .satisfies(ending -> assertThat(ending.target()).isEqualTo(OrderStatus.FAILED));
  }

  @Test
  void isNotGivenUpWhileItMayStillHaveAnEffect() {
    PlayedOrder order = PlayedOrder.placed().later(Duration.ofHours(2));
    order.ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.whenDue().ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.IN_DOUBT);
    assertThat(order.order().nextDue(order.now())).contains(order.now().plus(SETTLE));
    order.whenDue().ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.FAILED);
  }

  @Test
  void aCancelledOrderWaitsForWhatMayStillCome() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.cancelled().whenDue();
    assertThat(order.due(RESERVE_INVENTORY).errand()).isEqualTo(Errand.LOOK_UP);
    order.ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLING);
    order.whenDue().ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.journal()).hasAtLeastOneElementOfType(OrderEvent.Ended.class);
  }

  @Test
  void aLookUpThatAnEarlierLifeMayHaveFollowedByTheRequestIsNotTheLast() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.later(SETTLE).ends(RESERVE_INVENTORY, SomeAnswers.notConnected()).later(SETTLE);
    order.recovered().cancelled();
    order.ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.IN_DOUBT);
    order.whenDue().ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.CANCELLED);
  }

  @Test
  void aLookUpThatIsNotAnsweredBeginsTheWaitAnew() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.cancelled().whenDue().ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    order.whenDue().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.whenDue().ends(RESERVE_INVENTORY, SomeAnswers.nothingThere());
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLING);
    assertThat(order.order().nextDue(order.now())).contains(order.now().plus(SETTLE));
  }

  @Test
  void whatIsFoundAfterACancellationIsGivenBack() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order.cancelled().whenDue();
    order.answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    assertThat(order.dueUndos()).containsExactly(RESERVE_INVENTORY);
    order.undoEnds(RESERVE_INVENTORY, SomeAnswers.answered(SomeAnswers.reserved()));
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
  }
}
