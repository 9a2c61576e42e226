package dev.crossdock.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.OrderId;
import org.junit.jupiter.api.Test;

/** How an order comes in, once, however often it is sent. */
class IntakeTest {
  private static final OrderCommand.Place PLACE =
      SomeOrder.place(SomeOrder.anyOrder(), SomeFlow.parcel());

  @Test
  void anOrderBeginsWithWhatWasOrderedAndNothingElse() {
    PlayedOrder order = PlayedOrder.unheardOf().tell(PLACE);
    assertThat(order.lastEvents())
        .containsExactly(
            new OrderEvent.Placed(
                SomeOrder.ID, "fp-1", PLACE.content(), PLACE.flow(), SomeOrder.NOON));
    assertThat(order.status()).isEqualTo(OrderStatus.RECEIVED);
  }

  @Test
  void theSameOrderAgainChangesNothing() {
    PlayedOrder order = PlayedOrder.placed().tell(PLACE);
    assertThat(order.last()).isEqualTo(new Decision.Ignored<>());
    assertThat(order.journal()).hasSize(1);
  }

  @Test
  void theSameOrderAgainIsKnownHoweverFarItIs() {
    PlayedOrder order = PlayedOrder.confirmed().cancelled().tell(PLACE);
    assertThat(order.last()).isEqualTo(new Decision.Ignored<>());
  }

  @Test
  void anotherOrderUnderTheSameKeyIsRefused() {
    PlayedOrder order =
        PlayedOrder.placed()
            .tell(new OrderCommand.Place(SomeOrder.ID, "fp-2", PLACE.content(), SomeFlow.parcel()));
    assertThat(order.last()).isEqualTo(new Decision.Rejected<>(Refusal.KEY_REUSED));
  }

  @Test
  void nothingCanBeSaidToAnOrderThatWasNeverPlaced() {
    PlayedOrder order = PlayedOrder.unheardOf().cancelled();
    assertThat(order.last()).isEqualTo(new Decision.Rejected<>(Refusal.NO_SUCH_ORDER));
    assertThat(order.tell(new OrderCommand.Tick()).last())
        .isEqualTo(new Decision.Rejected<>(Refusal.NO_SUCH_ORDER));
  }

  @Test
  void aQuarantinedOrderDoesNothingAtAll() {
    OrderState quarantined = new OrderState.Quarantined("a hole", null);
    assertThat(OrderDecider.decide(quarantined, PLACE, SomeOrder.NOON))
        .isEqualTo(new Decision.Rejected<>(Refusal.QUARANTINED));
  }

  @Test
  void whatCostsNothingIsNotAuthorized() {
    PlayedOrder order = PlayedOrder.placed(SomeOrder.aFreeOrder());
    order
        .answers(Step.VALIDATE_ADDRESS, SomeAnswers.validAddress())
        .answers(Step.CHECK_CUSTOMER, SomeAnswers.approved())
        .answers(Step.CHECK_FRAUD, SomeAnswers.passed())
        .answers(Step.RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(order.order().paymentStatus()).isEqualTo(PaymentStatus.NONE);
    assertThat(order.order().consignments().getFirst().plan().authorization()).isNull();
  }

  @Test
  void anOrderWithNothingToDoBeforeItsShipmentsIsConfirmedAtOnce() {
    PlayedOrder order =
        PlayedOrder.placed(
            SomeOrder.aFreeOrder(),
            SomeFlow.parcelWithout(
                Step.VALIDATE_ADDRESS,
                Step.CHECK_CUSTOMER,
                Step.CHECK_FRAUD,
                Step.RESERVE_INVENTORY));
    assertThat(order.lastEvents()).hasAtLeastOneElementOfType(OrderEvent.Confirmed.class);
  }

  @Test
  void anOrderIsFoundByItsReferenceFromTheBeginning() {
    assertThat(PlayedOrder.placed().order().subjects())
        .singleElement()
        .satisfies(subject -> assertThat(subject.name()).isEqualTo("R-1"));
  }

  @Test
  void aDuplicateIsHeldBackFromTheWarehouseOnlyOnce() {
    var found = new OrderCommand.DuplicateFound(new OrderId("default", "ord_0"));
    PlayedOrder order = PlayedOrder.placed().tell(found).tell(found);
    assertThat(order.last()).isEqualTo(new Decision.Ignored<>());
    assertThat(order.order().holds())
        .singleElement()
        .satisfies(
            hold -> {
              assertThat(hold.reason()).isEqualTo(Hold.Reason.DUPLICATE_SUSPECTED);
              assertThat(hold.blocks()).containsExactly(Hold.Block.RELEASE);
            });
  }

  @Test
  void anOrderThatEndsIsNotHeldAsADuplicate() {
    var found = new OrderCommand.DuplicateFound(new OrderId("default", "ord_0"));
    assertThat(PlayedOrder.placed().cancelled().tell(found).last())
        .isEqualTo(new Decision.Ignored<>());
  }
}
