package dev.crossdock.order;

import static dev.crossdock.flow.Step.AUTHORIZE_PAYMENT;
import static dev.crossdock.flow.Step.CHECK_CUSTOMER;
import static dev.crossdock.flow.Step.CHECK_FRAUD;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static dev.crossdock.flow.Step.VALIDATE_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.CustomerVerdict;
import dev.crossdock.partner.Answer.FraudVerdict;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.OrderId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes an order wait for somebody to look. */
class HoldsTest {

  @Test
  void aCreditReviewHoldsTheOrderBeforeItIsConfirmed() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(VALIDATE_ADDRESS, SomeAnswers.validAddress())
            .answers(CHECK_CUSTOMER, new Answer.CustomerChecked(CustomerVerdict.REVIEW, "new"))
            .answers(CHECK_FRAUD, SomeAnswers.passed())
            .answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
            .answers(AUTHORIZE_PAYMENT, SomeAnswers.authorized(SomeOrder.anyOrder().total()));
    assertThat(order.status()).isEqualTo(OrderStatus.VALIDATING);
    assertThat(order.order().consignments()).isEmpty();
    assertThat(order.order().holds())
        .singleElement()
        .satisfies(
            hold -> {
              assertThat(hold.reason()).isEqualTo(Hold.Reason.CREDIT_REVIEW);
              assertThat(hold.note()).isEqualTo("new");
              assertThat(hold.by()).isEqualTo("customer");
            });
  }

  @Test
  void aFraudReviewIsAHoldAndNoRejection() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(CHECK_CUSTOMER, SomeAnswers.approved())
            .answers(CHECK_FRAUD, new Answer.FraudChecked(FraudVerdict.REVIEW, 0.6, null));
    assertThat(order.order().ending()).isNull();
    assertThat(order.order().needsSomebody()).isTrue();
    assertThat(order.order().holds())
        .extracting(Hold::reason)
        .containsExactly(Hold.Reason.HIGH_RISK_OF_FRAUD);
  }

  @Test
  void severalHoldsStandSideBySide() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(CHECK_CUSTOMER, new Answer.CustomerChecked(CustomerVerdict.REVIEW, null))
            .answers(CHECK_FRAUD, new Answer.FraudChecked(FraudVerdict.REVIEW, 0.6, null));
    assertThat(order.order().holds()).extracting(Hold::holdId).containsExactly("hld_1", "hld_2");
  }

  @Test
  void whatIsPartlyOnBackorderIsNotConfirmed() {
    var partly =
        new Answer.Reserved(
            "res-1",
            Answer.ReservationStatus.RESERVED,
            List.of(SomeAnswers.at("HAM", "1", 1)),
            List.of(new Answer.Backorder("1", 1, null)),
            null);
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(VALIDATE_ADDRESS, SomeAnswers.validAddress())
            .answers(CHECK_CUSTOMER, SomeAnswers.approved())
            .answers(CHECK_FRAUD, SomeAnswers.passed())
            .answers(RESERVE_INVENTORY, partly)
            .answers(AUTHORIZE_PAYMENT, SomeAnswers.authorized(SomeOrder.anyOrder().total()));
    assertThat(order.status()).isEqualTo(OrderStatus.VALIDATING);
    assertThat(order.order().isBlocked(Hold.Block.BOOK)).isTrue();
    assertThat(order.order().isBlocked(Hold.Block.RELEASE)).isFalse();
    LineQuantities quantities =
        order.order().quantities(order.order().content().lines().getFirst());
    assertThat(quantities).isEqualTo(new LineQuantities(2, 0, 1, 1, 0, 0, 0, 0));
  }

  @Test
  void aHoldOnEverythingBlocksEverything() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(CHECK_CUSTOMER, new Answer.CustomerChecked(CustomerVerdict.REVIEW, null));
    assertThat(Hold.Block.values()).allMatch(order.order()::isBlocked);
  }

  @Test
  void shipmentsHearOfAHoldThatComesLater() {
    PlayedOrder order =
        PlayedOrder.confirmed()
            .tell(new OrderCommand.DuplicateFound(new OrderId("default", "ord_0")));
    assertThat(order.order().directives())
        .singleElement()
        .satisfies(d -> assertThat(d.blockedBy()).containsExactly(Hold.Block.RELEASE));
  }

  @Test
  void anOrderOnHoldCanBeCancelled() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(CHECK_CUSTOMER, new Answer.CustomerChecked(CustomerVerdict.REVIEW, null))
            .ends(RESERVE_INVENTORY, SomeAnswers.notConnected())
            .cancelled();
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
  }
}
