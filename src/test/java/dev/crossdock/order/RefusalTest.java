package dev.crossdock.order;

import static dev.crossdock.flow.Step.AUTHORIZE_PAYMENT;
import static dev.crossdock.flow.Step.CHECK_CUSTOMER;
import static dev.crossdock.flow.Step.CHECK_FRAUD;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.StepState;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.AuthorizationStatus;
import dev.crossdock.partner.Answer.CustomerVerdict;
import dev.crossdock.partner.Answer.FraudVerdict;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.SomeAnswers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A partner's no ends an order, and what it had acquired is given back, last first. */
class RefusalTest {
  private static final Answer DECLINED =
      new Answer.CustomerChecked(CustomerVerdict.DECLINED, "owes us");

  @Test
  void isRejectedAtOnceWhenNothingIsHeld() {
    PlayedOrder order =
        PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.refused("out-of-stock"));
    assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(order.order().ending())
        .satisfies(ending -> assertThat(ending.code()).isEqualTo("out-of-stock"));
  }

  @Test
  void whatIsReservedGoesBackFirst() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
            .answers(CHECK_CUSTOMER, DECLINED);
    assertThat(order.status()).isEqualTo(OrderStatus.COMPENSATING);
    assertThat(order.dueUndos()).containsExactly(RESERVE_INVENTORY);
    order.undoEnds(RESERVE_INVENTORY, SomeAnswers.answered(SomeAnswers.reserved()));
    assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(order.order().work().ledger().entries())
        .extracting(LedgerEntry::state)
        .containsExactly(LedgerEntry.State.RELEASED);
  }

  @Test
  void aReservationOnItsWayIsAwaitedAndGivenBack() {
    PlayedOrder order = PlayedOrder.placed().answers(CHECK_CUSTOMER, DECLINED);
    assertThat(order.status()).isEqualTo(OrderStatus.COMPENSATING);
    order.answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    assertThat(order.dueUndos()).containsExactly(RESERVE_INVENTORY);
  }

  @Test
  void aRejectedOrderBeginsNothingElse() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
            .answers(CHECK_CUSTOMER, DECLINED);
    assertThat(order.dueSteps()).isEmpty();
    assertThat(order.stateOf(AUTHORIZE_PAYMENT)).isEqualTo(StepState.CANCELLED);
  }

  @Test
  void fraudRejects() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(CHECK_CUSTOMER, SomeAnswers.approved())
            .answers(CHECK_FRAUD, new Answer.FraudChecked(FraudVerdict.REJECT, 0.9, "stolen card"));
    assertThat(order.order().ending())
        .satisfies(
            ending -> {
              assertThat(ending.target()).isEqualTo(OrderStatus.REJECTED);
              assertThat(ending.code()).isEqualTo("fraud-rejected");
              assertThat(ending.detail()).isEqualTo("stolen card");
            });
  }

  @Test
  void aDeclinedPaymentGivesTheGoodsBack() {
    PlayedOrder order =
        PlayedOrder.readyToPay().ends(AUTHORIZE_PAYMENT, SomeAnswers.refused("payment-declined"));
    assertThat(order.dueUndos()).containsExactly(RESERVE_INVENTORY);
    assertThat(order.order().paymentStatus()).isEqualTo(PaymentStatus.DECLINED);
  }

  @Test
  void aPaymentDeclinedByCallbackRejectsToo() {
    PlayedOrder order = pendingPayment();
    order.tell(updated(AuthorizationStatus.DECLINED));
    assertThat(order.status()).isEqualTo(OrderStatus.COMPENSATING);
    assertThat(order.dueUndos()).containsExactly(RESERVE_INVENTORY);
  }

  @Test
  void aPaymentThatIsPendingIsWaitedFor() {
    PlayedOrder order = pendingPayment();
    assertThat(order.order().awaitsPayment()).isTrue();
    assertThat(order.status()).isEqualTo(OrderStatus.VALIDATING);
    assertThat(order.order().subjects())
        .anyMatch(subject -> subject.name().equals("authorization/aut-1"));
    order.tell(updated(AuthorizationStatus.AUTHORIZED));
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void aRepeatedCallbackChangesNothing() {
    PlayedOrder order = pendingPayment().tell(updated(AuthorizationStatus.AUTHORIZED));
    int before = order.journal().size();
    order.tell(updated(AuthorizationStatus.AUTHORIZED));
    order.tell(updated(AuthorizationStatus.DECLINED));
    assertThat(order.journal()).hasSize(before);
  }

  @Test
  void aCallbackAboutSomethingElseChangesNothing() {
    PlayedOrder order = pendingPayment();
    order.tell(
        new OrderCommand.AuthorizationUpdated(
            "payment",
            new Answer.Authorized(
                "aut-2", AuthorizationStatus.DECLINED, order.order().content().total(), null)));
    assertThat(order.order().ending()).isNull();
  }

  @Test
  void theLastThatWasAcquiredGoesBackFirst() {
    PlayedOrder order = pendingPayment().cancelled();
    assertThat(order.dueUndos()).containsExactly(AUTHORIZE_PAYMENT);
    order.undoEnds(
        AUTHORIZE_PAYMENT,
        SomeAnswers.answered(
            SomeAnswers.authorization(
                AuthorizationStatus.VOIDED, order.order().content().total())));
    assertThat(order.dueUndos()).containsExactly(RESERVE_INVENTORY);
  }

  @Test
  void whatTakesBackIsTriedUntilItIsAnswered() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
            .answers(CHECK_CUSTOMER, DECLINED);
    for (int tries = 0; tries < 30; tries++) {
      order.undoEnds(RESERVE_INVENTORY, SomeAnswers.timedOut()).whenDue();
    }
    assertThat(order.status()).isEqualTo(OrderStatus.COMPENSATING);
    assertThat(order.due())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.ask()).isEqualTo(new Ask.ReleaseReservation("res-1"));
              assertThat(call.key()).isEqualTo("ord_1:reserve-inventory:1:undo");
            });
    assertThat(order.order().nextDue(order.now().minusMillis(1))).contains(order.now());
  }

  @Test
  void whatAPartnerDoesNotTakeBackIsDebtAndHoldsUpNobody() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
            .answers(CHECK_CUSTOMER, DECLINED);
    order.undoEnds(RESERVE_INVENTORY, SomeAnswers.refused("gone"));
    assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(order.stateOf(RESERVE_INVENTORY)).isEqualTo(StepState.UNDO_REJECTED);
    assertThat(order.order().work().ledger().entries())
        .extracting(LedgerEntry::state)
        .containsExactly(LedgerEntry.State.RELEASE_REJECTED);
  }

  @Test
  void aReservationThatHasExpiredIsNone() {
    PlayedOrder order = PlayedOrder.placed().ends(RESERVE_INVENTORY, SomeAnswers.timedOut());
    order
        .later(Duration.ofSeconds(1))
        .answers(
            RESERVE_INVENTORY,
            new Answer.Reserved(
                "res-1", Answer.ReservationStatus.EXPIRED, List.of(), List.of(), null));
    assertThat(order.order().ending())
        .satisfies(ending -> assertThat(ending.code()).isEqualTo("reservation-expired"));
  }

  private static PlayedOrder pendingPayment() {
    PlayedOrder order = PlayedOrder.readyToPay();
    return order.answers(
        AUTHORIZE_PAYMENT,
        SomeAnswers.authorization(AuthorizationStatus.PENDING, order.order().content().total()));
  }

  private static OrderCommand updated(AuthorizationStatus status) {
    return new OrderCommand.AuthorizationUpdated(
        "payment", SomeAnswers.authorization(status, SomeOrder.anyOrder().total()));
  }
}
