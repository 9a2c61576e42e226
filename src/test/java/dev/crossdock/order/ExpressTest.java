package dev.crossdock.order;

import static dev.crossdock.flow.Step.AUTHORIZE_PAYMENT;
import static dev.crossdock.flow.Step.CHECK_CUSTOMER;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static dev.crossdock.flow.Step.VALIDATE_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.SomeFlow;
import dev.crossdock.partner.Answer.AuthorizationStatus;
import dev.crossdock.partner.SomeAnswers;
import org.junit.jupiter.api.Test;

/** Orders of the flow that ends with the booking. */
class ExpressTest {

  @Test
  void looksAtThreeThingsAtOnceAndPaysOnceAllAreThere() {
    PlayedOrder order = placed();
    assertThat(order.dueSteps())
        .containsExactlyInAnyOrder(VALIDATE_ADDRESS, CHECK_CUSTOMER, RESERVE_INVENTORY);
    order.answers(CHECK_CUSTOMER, SomeAnswers.approved());
    order.answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    assertThat(order.dueSteps()).containsExactly(VALIDATE_ADDRESS);
    order.answers(VALIDATE_ADDRESS, SomeAnswers.validAddress());
    assertThat(order.due()).extracting(call -> call.id().step()).containsExactly(AUTHORIZE_PAYMENT);
  }

  @Test
  void isClosedAtOnceWhenItsShipmentIsBookedAndNothingIsLeftToDo() {
    PlayedOrder order = confirmed();
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    order.shipmentTells(1, ShipmentStatus.BOOKED);
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    order.shipmentTells(1, ShipmentStatus.COMPLETED);
    assertThat(order.status()).isEqualTo(OrderStatus.CLOSED);
    assertThat(order.due()).isEmpty();
    assertThat(order.order().nextDue()).isEmpty();
  }

  @Test
  void asksNothingMoreOnceItIsConfirmed() {
    PlayedOrder order = confirmed();
    assertThat(order.due()).isEmpty();
    assertThat(order.order().directives()).hasSize(1);
  }

  @Test
  void whatIsCancelledInTimeIsGivenBackTheLastFirst() {
    PlayedOrder order = confirmed().cancelled();
    order.shipmentTells(1, ShipmentStatus.CANCELLED);
    assertThat(order.dueUndos()).containsExactly(AUTHORIZE_PAYMENT);
    order.undoEnds(
        AUTHORIZE_PAYMENT,
        SomeAnswers.answered(
            SomeAnswers.authorization(AuthorizationStatus.VOIDED, SomeOrder.anyOrder().total())));
    assertThat(order.dueUndos()).containsExactly(RESERVE_INVENTORY);
  }

  private static PlayedOrder placed() {
    return PlayedOrder.placed(SomeOrder.anyOrder(), SomeFlow.express());
  }

  private static PlayedOrder confirmed() {
    return placed()
        .answers(VALIDATE_ADDRESS, SomeAnswers.validAddress())
        .answers(CHECK_CUSTOMER, SomeAnswers.approved())
        .answers(RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
        .answers(AUTHORIZE_PAYMENT, SomeAnswers.authorized(SomeOrder.anyOrder().total()));
  }
}
