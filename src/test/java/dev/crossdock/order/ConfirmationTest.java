package dev.crossdock.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.LineQuantity;
import dev.crossdock.trade.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a confirmed order wants of its shipments. */
class ConfirmationTest {

  @Test
  void plansOneShipmentForEachLocation() {
    PlayedOrder order =
        PlayedOrder.confirmed(
            SomeOrder.anOrderOf(SomeOrder.line("1", 3, "10.00"), SomeOrder.line("2", 1, "40.00")),
            SomeAnswers.at("HAM", "1", 2),
            SomeAnswers.at("MUC", "1", 1),
            SomeAnswers.at("HAM", "2", 1));
    List<ShipmentPlan> plans = plans(order);
    assertThat(plans).extracting(plan -> plan.from().code()).containsExactly("HAM", "MUC");
    assertThat(plans.getFirst().lines())
        .containsExactly(new LineQuantity("1", "SKU-1", 2), new LineQuantity("2", "SKU-2", 1));
    assertThat(plans.getLast().lines()).containsExactly(new LineQuantity("1", "SKU-1", 1));
    assertThat(plans.getFirst().id().value()).isEqualTo("shp_1-1");
    assertThat(plans.getLast().id().value()).isEqualTo("shp_1-2");
  }

  @Test
  void sharesAddUpToTheTotalToTheLastCent() {
    PlayedOrder order =
        PlayedOrder.confirmed(
            SomeOrder.anOrderOf(SomeOrder.line("1", 3, "3.33")),
            SomeAnswers.at("HAM", "1", 1),
            SomeAnswers.at("MUC", "1", 1),
            SomeAnswers.at("CGN", "1", 1));
    assertThat(plans(order))
        .extracting(ShipmentPlan::amount)
        .containsExactly(Money.of("5.00", "EUR"), Money.of("5.00", "EUR"), Money.of("4.99", "EUR"));
  }

  @Test
  void everythingIsCapturedOnTheOneAuthorization() {
    PlayedOrder order = PlayedOrder.confirmedFromTwoPlaces();
    assertThat(plans(order)).extracting(ShipmentPlan::authorization).containsOnly("aut-1");
  }

  @Test
  void aShipmentWeighsWhatIsInIt() {
    PlayedOrder order =
        PlayedOrder.confirmed(
            SomeOrder.anOrderOf(SomeOrder.line("1", 3, "10.00")),
            SomeAnswers.at("HAM", "1", 2),
            SomeAnswers.at("MUC", "1", 1));
    assertThat(plans(order).getFirst().weight().inGrams())
        .isEqualByComparingTo(BigDecimal.valueOf(1000));
  }

  @Test
  void aPieceOfUnknownWeightIsTakenForAKilogram() {
    OrderLine line = SomeOrder.line("1", 2, "10.00");
    OrderLine unweighed =
        new OrderLine("1", line.sku(), null, 2, line.unitPrice(), null, null, null, null);
    PlayedOrder order =
        PlayedOrder.confirmed(SomeOrder.anOrderOf(unweighed), SomeAnswers.at("HAM", "1", 2));
    assertThat(plans(order).getFirst().weight().inGrams())
        .isEqualByComparingTo(BigDecimal.valueOf(2000));
  }

  @Test
  void theLastAnswerAndTheConfirmationAreOneWrite() {
    PlayedOrder order = PlayedOrder.confirmed();
    assertThat(order.lastEvents()).hasSize(2);
    assertThat(order.lastEvents().getLast()).isInstanceOf(OrderEvent.Confirmed.class);
  }

  @Test
  void everyShipmentIsToldUntilItIsOver() {
    PlayedOrder order = PlayedOrder.confirmedFromTwoPlaces();
    assertThat(order.order().directives()).hasSize(2).noneMatch(Directive::cancel);
    order.shipmentTells(1, ShipmentStatus.DELIVERED);
    assertThat(order.order().directives())
        .extracting(d -> d.plan().id().value())
        .containsExactly("shp_1-2");
  }

  @Test
  void aFlowWithoutShipmentsIsClosedOnceConfirmed() {
    PlayedOrder order =
        PlayedOrder.placed(
            SomeOrder.anyOrder(),
            SomeFlow.parcelWithout(
                Step.QUOTE_RATES,
                Step.BOOK_SHIPMENT,
                Step.RELEASE_FULFILLMENT,
                Step.CAPTURE_PAYMENT,
                Step.TRACK));
    order
        .answers(Step.VALIDATE_ADDRESS, SomeAnswers.validAddress())
        .answers(Step.CHECK_CUSTOMER, SomeAnswers.approved())
        .answers(Step.CHECK_FRAUD, SomeAnswers.passed())
        .answers(Step.RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
        .answers(Step.AUTHORIZE_PAYMENT, SomeAnswers.authorized(SomeOrder.anyOrder().total()));
    assertThat(order.status()).isEqualTo(OrderStatus.CLOSED);
  }

  private static List<ShipmentPlan> plans(PlayedOrder order) {
    return order.order().consignments().stream().map(Consignment::plan).toList();
  }
}
