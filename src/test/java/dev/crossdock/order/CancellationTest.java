package dev.crossdock.order;

import static dev.crossdock.flow.Step.AUTHORIZE_PAYMENT;
import static dev.crossdock.flow.Step.CHECK_CUSTOMER;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.StepState;
import dev.crossdock.partner.Answer.AuthorizationStatus;
import dev.crossdock.partner.SomeAnswers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The table of cancellations: what is answered, and what becomes of the order. */
class CancellationTest {
  private static final Decision<OrderEvent, Refusal> TOO_LATE =
      new Decision.Rejected<>(Refusal.POINT_OF_NO_RETURN);
  private static final Decision<OrderEvent, Refusal> TERMINAL =
      new Decision.Rejected<>(Refusal.ALREADY_TERMINAL);

  @Test
  void aScheduledOrderIsCancelledAtOnce() {
    PlayedOrder order =
        PlayedOrder.placed(SomeOrder.anOrderFor(SomeOrder.NOON.plus(Duration.ofDays(1))));
    assertThat(order.cancelled().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.dueSteps()).isEmpty();
  }

  @Test
  void aReceivedOrderStopsItsReadsAndWaitsForWhatMayBeAcquired() {
    PlayedOrder order = PlayedOrder.placed().cancelled();
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLING);
    assertThat(order.stateOf(CHECK_CUSTOMER)).isEqualTo(StepState.CANCELLED);
    assertThat(order.dueSteps()).containsExactly(RESERVE_INVENTORY);
  }

  @Test
  void anOrderThatIsBeingValidatedGivesBackWhatItHas() {
    PlayedOrder order = PlayedOrder.readyToPay();
    order.ends(AUTHORIZE_PAYMENT, SomeAnswers.notConnected()).cancelled();
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLING);
    assertThat(order.dueUndos()).containsExactly(RESERVE_INVENTORY);
    order.undoEnds(RESERVE_INVENTORY, SomeAnswers.answered(SomeAnswers.reserved()));
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void aConfirmedOrderCallsItsShipmentsBackFirst() {
    PlayedOrder order = PlayedOrder.confirmed().cancelled();
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLING);
    assertThat(order.dueUndos()).isEmpty();
    assertThat(order.order().directives()).singleElement().matches(Directive::cancel);
  }

  @Test
  void onceItsShipmentsAreBackMoneyAndGoodsAreGivenBack() {
    PlayedOrder order = PlayedOrder.confirmed().cancelled();
    order.shipmentTells(1, ShipmentStatus.CANCELLED);
    assertThat(order.dueUndos()).containsExactly(AUTHORIZE_PAYMENT);
    order.undoEnds(
        AUTHORIZE_PAYMENT,
        SomeAnswers.answered(
            SomeAnswers.authorization(
                AuthorizationStatus.VOIDED, order.order().content().total())));
    order.undoEnds(RESERVE_INVENTORY, SomeAnswers.answered(SomeAnswers.reserved()));
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.order().paymentStatus()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(order.order().quantities(order.order().content().lines().getFirst()))
        .isEqualTo(new LineQuantities(2, 0, 0, 0, 0, 0, 0, 2));
  }

  @Test
  void aReleasedOrderThatTheWarehouseKeepsGoesOnAndSaysSo() {
    PlayedOrder order =
        PlayedOrder.confirmed().shipmentTells(1, ShipmentStatus.RELEASED).cancelled();
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLING);
    order.shipmentTells(1, ShipmentStatus.RELEASED, "0", "already on the belt");
    assertThat(order.status()).isEqualTo(OrderStatus.RELEASED);
    assertThat(order.order().cancellationRefused()).isEqualTo("already on the belt");
    assertThat(order.order().ending()).isNull();
    assertThat(order.order().directives()).noneMatch(Directive::cancel);
  }

  @Test
  void aPackedOrderIsPastThePointOfNoReturn() {
    PlayedOrder order = PlayedOrder.confirmed().shipmentTells(1, ShipmentStatus.PACKED);
    assertThat(order.cancelled().last()).isEqualTo(TOO_LATE);
    assertThat(order.order().ending()).isNull();
  }

  @Test
  void aShippedOrderIsPastThePointOfNoReturn() {
    PlayedOrder order = PlayedOrder.confirmed().shipmentTells(1, ShipmentStatus.SHIPPED);
    assertThat(order.cancelled().last()).isEqualTo(TOO_LATE);
  }

  @Test
  void ofAPartlyShippedOrderTheRestIsCalledBack() {
    PlayedOrder order =
        PlayedOrder.confirmedFromTwoPlaces().shipmentTells(1, ShipmentStatus.SHIPPED);
    order.cancelled();
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLING);
    order.shipmentTells(2, ShipmentStatus.CANCELLED);
    assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
    assertThat(order.order().cancellationRefused()).isNotNull();
    assertThat(order.dueUndos()).isEmpty();
    assertThat(order.order().quantities(order.order().content().lines().getFirst()))
        .isEqualTo(new LineQuantities(2, 0, 0, 0, 0, 1, 0, 1));
  }

  @Test
  void whatIsLeftOfAPartlyCancelledOrderIsPastThePointOfNoReturn() {
    PlayedOrder order =
        PlayedOrder.confirmedFromTwoPlaces()
            .shipmentTells(1, ShipmentStatus.SHIPPED)
            .cancelled()
            .shipmentTells(2, ShipmentStatus.CANCELLED);
    assertThat(order.cancelled().last()).isEqualTo(TOO_LATE);
  }

  @Test
  void aSecondCancellationHasTheSameAnswer() {
    PlayedOrder order = PlayedOrder.placed().cancelled().cancelled();
    assertThat(order.last()).isEqualTo(new Decision.Ignored<>());
    PlayedOrder scheduled =
        PlayedOrder.placed(SomeOrder.anOrderFor(SomeOrder.NOON.plus(Duration.ofDays(1))));
    assertThat(scheduled.cancelled().cancelled().last()).isEqualTo(new Decision.Ignored<>());
  }

  @Test
  void aDeliveredOrderIsTerminalForACancellation() {
    PlayedOrder order = PlayedOrder.confirmed().shipmentTells(1, ShipmentStatus.DELIVERED);
    assertThat(order.cancelled().last()).isEqualTo(TERMINAL);
  }

  @Test
  void anOrderThatIsRejectedAnywayIsNotCancelled() {
    PlayedOrder order =
        PlayedOrder.readyToPay().ends(AUTHORIZE_PAYMENT, SomeAnswers.refused("payment-declined"));
    assertThat(order.cancelled().last()).isEqualTo(TERMINAL);
    order.undoEnds(RESERVE_INVENTORY, SomeAnswers.answered(SomeAnswers.reserved()));
    assertThat(order.cancelled().last()).isEqualTo(TERMINAL);
  }

  @Test
  void anOrderThatNeedsSomebodyCanBeCancelled() {
    PlayedOrder order =
        PlayedOrder.confirmed().shipmentTells(1, ShipmentStatus.ACTION_REQUIRED).cancelled();
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLING);
  }

  @Test
  void aTerminalOrderStaysWhatItIsWhateverItsShipmentsTell() {
    PlayedOrder order =
        PlayedOrder.placed(SomeOrder.anOrderFor(SomeOrder.NOON.plus(Duration.ofDays(1))))
            .cancelled()
            .later(Duration.ofDays(40))
            .tell(new OrderCommand.Tick());
    assertThat(order.last()).isEqualTo(new Decision.Ignored<>());
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void whyItWasCancelledIsKept() {
    assertThat(PlayedOrder.placed().cancelled().order().ending())
        .satisfies(
            ending -> {
              assertThat(ending.detail()).isEqualTo("changed my mind");
              assertThat(ending.by()).isEqualTo("merchant");
              assertThat(ending.target()).isEqualTo(OrderStatus.CANCELLED);
            });
  }
}
