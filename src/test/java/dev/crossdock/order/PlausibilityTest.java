package dev.crossdock.order;

import static dev.crossdock.flow.Step.AUTHORIZE_PAYMENT;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.partner.Answer.Allocation;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that cannot be true is not built upon, but what it acquired is given back. */
class PlausibilityTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "9, 2"})
  void aReservationOfSomethingElseFailsTheOrder(String line, int quantity) {
    mustFail(SomeAnswers.at("HAM", line, quantity));
  }

  @Test
  void aReservationOfNothingAtSomePlaceFailsTheOrder() {
    mustFail(SomeAnswers.at("HAM", "1", 2), SomeAnswers.at("MUC", "1", 0));
  }

  @Test
  void piecesOfLessThanNothingFailTheOrder() {
    mustFail(SomeAnswers.at("HAM", "1", 3), SomeAnswers.at("MUC", "1", -1));
  }

  @Test
  void soManyPiecesThatTheirSumOverflowsFailTheOrder() {
    mustFail(
        SomeAnswers.at("HAM", "1", Integer.MAX_VALUE),
        SomeAnswers.at("HAM", "1", Integer.MAX_VALUE),
        SomeAnswers.at("MUC", "1", 4));
  }

  @Test
  void anAuthorizationOfAnotherAmountIsVoided() {
    PlayedOrder order = PlayedOrder.readyToPay();
    order.answers(AUTHORIZE_PAYMENT, SomeAnswers.authorized(Money.of("24.99", "EUR")));
    assertThat(order.order().ending())
        .satisfies(ending -> assertThat(ending.detail()).contains("24.99", "25.00"));
    assertThat(order.dueUndos()).containsExactly(AUTHORIZE_PAYMENT);
    assertThat(order.order().facts().authorized()).isNull();
  }

  private static void mustFail(Allocation... allocations) {
    PlayedOrder order =
        PlayedOrder.placed().answers(RESERVE_INVENTORY, SomeAnswers.reserved(allocations));
    assertThat(order.order().ending())
        .satisfies(
            ending -> {
              assertThat(ending.target()).isEqualTo(OrderStatus.FAILED);
              assertThat(ending.code()).isEqualTo("implausible");
            });
    assertThat(order.dueUndos()).containsExactly(RESERVE_INVENTORY);
  }
}
