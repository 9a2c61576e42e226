package dev.crossdock.order;

import static dev.crossdock.flow.Step.VALIDATE_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Step;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.AddressVerdict;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the address partner may make of an order. */
class AddressTest {
  private static final Address CORRECTED =
      new Address(
          null,
          null,
          "Hauptstr. 1a",
          "Hinterhaus",
          "Berlin",
          "BE",
          "10115",
          "DE",
          null,
          null,
          null);

  @Test
  void aCorrectedAddressIsTakenWithWhoIsThere() {
    PlayedOrder order = PlayedOrder.placed().answers(VALIDATE_ADDRESS, corrected(CORRECTED));
    Address shipTo = order.order().shipTo();
    assertThat(shipTo.street1()).isEqualTo("Hauptstr. 1a");
    assertThat(shipTo.stateCode()).isEqualTo("BE");
    assertThat(shipTo.name()).isEqualTo("Ada Lovelace");
    assertThat(shipTo.phone()).isEqualTo("+4930123456");
    assertThat(shipTo.residential()).isTrue();
  }

  @Test
  void shipmentsGoToTheCorrectedAddress() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(VALIDATE_ADDRESS, corrected(CORRECTED))
            .answers(Step.CHECK_CUSTOMER, SomeAnswers.approved())
            .answers(Step.CHECK_FRAUD, SomeAnswers.passed())
            .answers(Step.RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
            .answers(Step.AUTHORIZE_PAYMENT, SomeAnswers.authorized(SomeOrder.anyOrder().total()));
    assertThat(order.order().directives().getFirst().plan().to().street1())
        .isEqualTo("Hauptstr. 1a");
  }

  @Test
  void aCorrectionThatSaysNothingCorrectsNothing() {
    PlayedOrder order = PlayedOrder.placed().answers(VALIDATE_ADDRESS, corrected(null));
    assertThat(order.order().shipTo()).isEqualTo(SomeOrder.home());
  }

  @Test
  void anInvalidAddressNeedsSomebodyAndRejectsNothing() {
    PlayedOrder order =
        PlayedOrder.placed()
            .answers(
                VALIDATE_ADDRESS,
                new Answer.AddressChecked(AddressVerdict.INVALID, null, List.of("no such street")));
    assertThat(order.status()).isEqualTo(OrderStatus.ACTION_REQUIRED);
    assertThat(order.order().needsSomebody()).isTrue();
    assertThat(order.order().ending()).isNull();
    assertThat(order.order().work().steps().run(VALIDATE_ADDRESS).orElseThrow().trouble())
        .isEqualTo("no such street");
  }

  @Test
  void anOrderWithAnInvalidAddressIsNeverConfirmed() {
    PlayedOrder order =
        PlayedOrder.placed()
            .ends(VALIDATE_ADDRESS, SomeAnswers.refused("http-422"))
            .answers(Step.CHECK_CUSTOMER, SomeAnswers.approved())
            .answers(Step.CHECK_FRAUD, SomeAnswers.passed())
            .answers(Step.RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
            .answers(Step.AUTHORIZE_PAYMENT, SomeAnswers.authorized(SomeOrder.anyOrder().total()));
    assertThat(order.status()).isEqualTo(OrderStatus.ACTION_REQUIRED);
    assertThat(order.order().consignments()).isEmpty();
  }

  private static Answer corrected(@Nullable Address address) {
    return new Answer.AddressChecked(AddressVerdict.CORRECTED, address, List.of("corrected"));
  }
}
