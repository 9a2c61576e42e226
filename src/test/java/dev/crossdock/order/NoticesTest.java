package dev.crossdock.order;

import static dev.crossdock.flow.Step.CHECK_CUSTOMER;
import static dev.crossdock.flow.Step.NOTIFY;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.StepState;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.SomeAnswers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The customer is told of each milestone once, and nothing waits for that. */
class NoticesTest {

  @Test
  void tellsOfTheConfirmation() {
    PlayedOrder order = PlayedOrder.confirmed();
    assertThat(order.due(NOTIFY).ask())
        .isEqualTo(
            new Ask.Notify(
                SomeOrder.ID, "order-confirmed", "ada@example.org", Map.of("reference", "R-1")));
    assertThat(order.due(NOTIFY).key()).isEqualTo("ord_1:notify:1");
  }

  @Test
  void tellsOfAMilestoneOnce() {
    PlayedOrder order = PlayedOrder.confirmed().answers(NOTIFY, new Answer.Notified("n-1"));
    assertThat(order.due()).isEmpty();
    assertThat(order.recovered().due()).isEmpty();
  }

  @Test
  void isGivenUpAfterAFewTries() {
    PlayedOrder order = PlayedOrder.confirmed();
    order.ends(NOTIFY, SomeAnswers.timedOut()).whenDue();
    order.ends(NOTIFY, SomeAnswers.timedOut()).whenDue();
    order.ends(NOTIFY, SomeAnswers.timedOut());
    assertThat(order.order().work().notices().runs())
        .hasEntrySatisfying(
            Milestone.CONFIRMED, run -> assertThat(run.state()).isEqualTo(StepState.SKIPPED));
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void aRefusedNoticeStandsInNobodysWay() {
    PlayedOrder order =
        PlayedOrder.confirmed().ends(NOTIFY, SomeAnswers.refused("no-such-address"));
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(order.order().ending()).isNull();
  }

  @Test
  void tellsOfTheEndToo() {
    PlayedOrder order =
        PlayedOrder.placed()
            .ends(RESERVE_INVENTORY, SomeAnswers.refused("out-of-stock"))
            .later(Duration.ofSeconds(1));
    assertThat(order.due(NOTIFY).key()).isEqualTo("ord_1:notify:6");
    order.answers(NOTIFY, new Answer.Notified("n-1"));
    assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
  }

  @Test
  void whoCannotBeToldIsNotTold() {
    PlayedOrder order =
        PlayedOrder.confirmed(SomeOrder.anOrderOfNobodyToTell(), SomeAnswers.at("HAM", "1", 2));
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(order.due()).isEmpty();
  }

  @Test
  void aFlowWithoutNoticesTellsNothing() {
    PlayedOrder order = PlayedOrder.placed(SomeOrder.anyOrder(), SomeFlow.parcelWithout(NOTIFY));
    order.ends(RESERVE_INVENTORY, SomeAnswers.refused("out-of-stock"));
    assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(order.due()).isEmpty();
  }

  @Test
  void anUnansweredNoticeDoesNotKeepTheOrderFromEnding() {
    PlayedOrder order =
        PlayedOrder.placed()
            .ends(RESERVE_INVENTORY, SomeAnswers.notConnected())
            .answers(
                CHECK_CUSTOMER,
                new Answer.CustomerChecked(Answer.CustomerVerdict.DECLINED, "owes us"));
    assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(order.due(NOTIFY)).isNotNull();
  }
}
