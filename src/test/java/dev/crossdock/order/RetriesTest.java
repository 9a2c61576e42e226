package dev.crossdock.order;

import static dev.crossdock.flow.Step.CHECK_CUSTOMER;
import static dev.crossdock.flow.Step.CHECK_FRAUD;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static dev.crossdock.flow.Step.VALIDATE_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepPolicy.Exhausted;
import dev.crossdock.flow.StepState;
import dev.crossdock.partner.SomeAnswers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a step whose partner does not answer. */
class RetriesTest {
  private static final Duration TICK = Duration.ofMillis(1);

  @Test
  void waitsBeforeItTriesAgain() {
    PlayedOrder order = PlayedOrder.placed().ends(CHECK_CUSTOMER, SomeAnswers.notConnected());
    assertThat(order.stateOf(CHECK_CUSTOMER)).isEqualTo(StepState.RETRY_WAIT);
    assertThat(order.dueSteps()).doesNotContain(CHECK_CUSTOMER);
    assertThat(order.later(Duration.ofMillis(99)).dueSteps()).doesNotContain(CHECK_CUSTOMER);
    assertThat(order.later(TICK).dueSteps()).contains(CHECK_CUSTOMER);
  }

  @Test
  void waitsLongerEachTime() {
    PlayedOrder order = PlayedOrder.placed().ends(CHECK_CUSTOMER, SomeAnswers.notConnected());
    order.later(Duration.ofMillis(100)).ends(CHECK_CUSTOMER, SomeAnswers.timedOut());
    assertThat(order.order().nextDue(order.now()))
        .contains(order.now().plus(Duration.ofMillis(200)));
  }

  @Test
  void waitsAtLeastAsLongAsThePartnerAsks() {
    PlayedOrder order =
        PlayedOrder.placed().ends(CHECK_CUSTOMER, SomeAnswers.tooMany(Duration.ofSeconds(7)));
    assertThat(order.later(Duration.ofSeconds(7)).dueSteps()).doesNotContain(CHECK_CUSTOMER);
    assertThat(order.later(Duration.ofMillis(100)).dueSteps()).contains(CHECK_CUSTOMER);
  }

  @Test
  void keepsItsKeyThroughEveryTry() {
    PlayedOrder order = PlayedOrder.placed();
    String key = order.due(RESERVE_INVENTORY).key();
    order.ends(RESERVE_INVENTORY, SomeAnswers.notConnected()).whenDue();
    assertThat(order.due(RESERVE_INVENTORY).key()).isEqualTo(key);
  }

  @Test
  void parksAStepThatHasHadAllItsTries() {
    PlayedOrder order = tired(PlayedOrder.placed(), CHECK_CUSTOMER);
    assertThat(order.stateOf(CHECK_CUSTOMER)).isEqualTo(StepState.PARKED);
    assertThat(order.order().ending()).isNull();
  }

  @Test
  void looksForAParkedPartnerInProportionToHowLongItIsOut() {
    PlayedOrder order = tired(PlayedOrder.placed(), CHECK_CUSTOMER);
    assertThat(order.order().nextDue(order.now()).orElseThrow())
        .isBetween(order.now().plusSeconds(2), order.now().plusSeconds(10));
    order.later(Duration.ofMinutes(6)).ends(CHECK_CUSTOMER, SomeAnswers.notConnected());
    assertThat(order.order().nextDue(order.now()).orElseThrow())
        .isBetween(order.now().plusSeconds(90), order.now().plusSeconds(180));
  }

  @Test
  void parksAtOnceWhatItsGatewayHoldsBack() {
    PlayedOrder order = PlayedOrder.placed().ends(CHECK_CUSTOMER, SomeAnswers.heldBack());
    assertThat(order.stateOf(CHECK_CUSTOMER)).isEqualTo(StepState.PARKED);
  }

  @Test
  void aParkedStepSucceedsWhenItsPartnerIsBack() {
    PlayedOrder order = tired(PlayedOrder.placed(), CHECK_CUSTOMER).whenDue();
    order.answers(CHECK_CUSTOMER, SomeAnswers.approved());
    assertThat(order.stateOf(CHECK_CUSTOMER)).isEqualTo(StepState.SUCCEEDED);
  }

  @Test
  void failsWhenAStepIsGivenUp() {
    PlayedOrder order = tired(PlayedOrder.placed(), CHECK_CUSTOMER).later(Duration.ofHours(1));
    order.ends(CHECK_CUSTOMER, SomeAnswers.notConnected());
    assertThat(order.status()).isEqualTo(OrderStatus.COMPENSATING);
    assertThat(order.order().ending())
        .satisfies(ending -> assertThat(ending.target()).isEqualTo(OrderStatus.FAILED))
        .satisfies(ending -> assertThat(ending.code()).isEqualTo("unreachable"));
  }

  @Test
  void isNeverGivenUpBecauseItsGatewayHoldsItBack() {
    PlayedOrder order = PlayedOrder.placed().later(Duration.ofDays(2));
    order.ends(CHECK_CUSTOMER, SomeAnswers.heldBack());
    assertThat(order.stateOf(CHECK_CUSTOMER)).isEqualTo(StepState.PARKED);
  }

  @Test
  void anOutageOfTheFraudPartnerIsNoDeclineForADay() {
    PlayedOrder order = PlayedOrder.placed().answers(CHECK_CUSTOMER, SomeAnswers.approved());
    tired(order, CHECK_FRAUD).later(Duration.ofHours(23));
    order.ends(CHECK_FRAUD, SomeAnswers.notConnected());
    assertThat(order.order().ending()).isNull();
    assertThat(order.stateOf(CHECK_FRAUD)).isEqualTo(StepState.PARKED);
  }

  @Test
  void goesOnWithoutAStepThatIsSkippedWhenGivenUp() {
    PlayedOrder order =
        PlayedOrder.placed(
            SomeOrder.anyOrder(),
            SomeFlow.parcelWith(CHECK_CUSTOMER, p -> SomeFlow.givenUp(p, Exhausted.SKIP)));
    tired(order, CHECK_CUSTOMER).later(Duration.ofHours(1));
    order.ends(CHECK_CUSTOMER, SomeAnswers.notConnected());
    assertThat(order.stateOf(CHECK_CUSTOMER)).isEqualTo(StepState.SKIPPED);
    assertThat(order.dueSteps()).contains(CHECK_FRAUD);
  }

  @Test
  void aReadThatMayHaveArrivedIsSimplyRepeated() {
    PlayedOrder order = PlayedOrder.placed().ends(VALIDATE_ADDRESS, SomeAnswers.timedOut());
    assertThat(order.stateOf(VALIDATE_ADDRESS)).isEqualTo(StepState.RETRY_WAIT);
  }

  @Test
  void aLateReportOfAStepThatIsDoneChangesNothing() {
    PlayedOrder order = PlayedOrder.placed();
    var report =
        new Report(order.due(CHECK_CUSTOMER).id(), "customer", SomeAnswers.refused("no"), 0.5);
    order.answers(CHECK_CUSTOMER, SomeAnswers.approved());
    order.tell(new OrderCommand.Reported(report));
    assertThat(order.last()).isEqualTo(new Decision.Ignored<>());
  }

  private static PlayedOrder tired(PlayedOrder order, Step step) {
    int triesMax = order.order().flow().policy(step).attemptsMax();
    for (int tries = 0; tries < triesMax; tries++) {
      order.ends(step, SomeAnswers.notConnected());
      if (order.stateOf(step) == StepState.RETRY_WAIT) {
        order.whenDue();
      }
    }
    return order;
  }
}
