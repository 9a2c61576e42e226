package dev.crossdock.order;

import static dev.crossdock.flow.Step.AUTHORIZE_PAYMENT;
import static dev.crossdock.flow.Step.CHECK_CUSTOMER;
import static dev.crossdock.flow.Step.CHECK_FRAUD;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static dev.crossdock.flow.Step.VALIDATE_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Call.Errand;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.StepState;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.SomeAnswers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which steps are begun, and when. */
class OpeningTest {

  @Test
  void opensIndependentStepsTogether() {
    assertThat(PlayedOrder.placed().dueSteps())
        .containsExactlyInAnyOrder(VALIDATE_ADDRESS, CHECK_CUSTOMER, RESERVE_INVENTORY);
  }

  @Test
  void beginsAStepTheMomentThatWhatItNeedsIsThere() {
    PlayedOrder order = PlayedOrder.placed().answers(CHECK_CUSTOMER, SomeAnswers.approved());
    assertThat(order.dueSteps()).contains(CHECK_FRAUD).doesNotContain(AUTHORIZE_PAYMENT);
  }

  @Test
  void takesNoMoneyBeforeTheGoodsAreReserved() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(CHECK_CUSTOMER, SomeAnswers.approved())
            .answers(CHECK_FRAUD, SomeAnswers.passed());
    assertThat(order.dueSteps()).containsExactlyInAnyOrder(VALIDATE_ADDRESS, RESERVE_INVENTORY);
    order.answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    assertThat(order.dueSteps()).containsExactlyInAnyOrder(VALIDATE_ADDRESS, AUTHORIZE_PAYMENT);
  }

  @Test
  void doesNotWaitForAStepThatTheFlowDoesNotHave() {
    PlayedOrder order =
        PlayedOrder.placed(
            SomeOrder.anyOrder(), SomeFlow.parcelWithout(CHECK_CUSTOMER, CHECK_FRAUD));
    order.answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    assertThat(order.dueSteps()).contains(AUTHORIZE_PAYMENT);
  }

  @Test
  void asksEachPartnerWhatTheOrderSays() {
    PlayedOrder order = PlayedOrder.placed();
    assertThat(order.due(VALIDATE_ADDRESS).ask())
        .isEqualTo(new Ask.ValidateAddress(SomeOrder.home()));
    assertThat(order.due(RESERVE_INVENTORY).key()).isEqualTo("ord_1:reserve-inventory:1");
    assertThat(order.due(RESERVE_INVENTORY).errand()).isEqualTo(Errand.DO);
    assertThat(order.due(RESERVE_INVENTORY).deadline()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aScheduledOrderBeginsNothingBeforeItsTime() {
    var release = SomeOrder.NOON.plus(Duration.ofHours(3));
    PlayedOrder order = PlayedOrder.placed(SomeOrder.anOrderFor(release));
    assertThat(order.status()).isEqualTo(OrderStatus.SCHEDULED);
    assertThat(order.due()).isEmpty();
    assertThat(order.order().nextDue(order.now())).contains(release);
    assertThat(order.later(Duration.ofHours(3)).dueSteps()).hasSize(3);
  }

  @Test
  void anOrderToBeReleasedInThePastBeginsAtOnce() {
    PlayedOrder order =
        PlayedOrder.placed(SomeOrder.anOrderFor(SomeOrder.NOON.minus(Duration.ofHours(3))));
    assertThat(order.status()).isEqualTo(OrderStatus.RECEIVED);
    assertThat(order.dueSteps()).hasSize(3);
  }

  @Test
  void isBeingValidatedFromItsFirstAnswerOn() {
    PlayedOrder order = PlayedOrder.placed().answers(CHECK_CUSTOMER, SomeAnswers.approved());
    assertThat(order.status()).isEqualTo(OrderStatus.VALIDATING);
    assertThat(order.stateOf(CHECK_CUSTOMER)).isEqualTo(StepState.SUCCEEDED);
  }

  @Test
  void aCallThatIsOnItsWayDoesNotHideWhenToLookAgain() {
    PlayedOrder order = PlayedOrder.placed().ends(CHECK_CUSTOMER, SomeAnswers.notConnected());
    assertThat(order.order().nextDue()).contains(SomeOrder.NOON);
    assertThat(order.order().nextDue(order.now()))
        .contains(SomeOrder.NOON.plus(Duration.ofMillis(100)));
  }
}
