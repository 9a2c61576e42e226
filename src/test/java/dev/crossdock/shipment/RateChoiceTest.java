package dev.crossdock.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Step;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.partner.Rate;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The cheapest rate that keeps to price and day is taken. */
class RateChoiceTest {

  @Test
  void theCheapestIsBest() {
    assertThat(chosen(null, null, rate("a", "9", 1), rate("b", "7", 5), rate("c", "8", 1)))
        .containsExactly("b", "c", "a");
  }

  @Test
  void ofTheSamePriceTheSoonestIsBest() {
    assertThat(chosen(null, null, rate("a", "7", null), rate("b", "7", 3), rate("c", "7", 2)))
        .containsExactly("c", "b", "a");
  }

  @Test
  void aTieIsBrokenTheSameWayWhateverTheOrderOfArrival() {
    assertThat(chosen(null, null, rate("b", "7", 2), rate("a", "7", 2))).containsExactly("a", "b");
    assertThat(chosen(null, null, rate("a", "7", 2), rate("b", "7", 2))).containsExactly("a", "b");
  }

  @Test
  void theHighestCostIsAllowedAndNothingAbove() {
    assertThat(chosen("7.00", null, rate("a", "7.01", 1), rate("b", "7.00", 1)))
        .containsExactly("b");
  }

  @Test
  void arrivingOnTheDayIsSoonEnough() {
    LocalDate day = LocalDate.parse("2026-03-05");
    assertThat(chosen(null, day, rate("a", "5", 4), rate("b", "9", 3))).containsExactly("b");
  }

  @Test
  void aPromisedDateCountsMoreThanAGuess() {
    LocalDate day = LocalDate.parse("2026-03-05");
    Rate promised = new Rate("a", "r", "s", Money.of("5", "EUR"), 1, day.plusDays(1), true, null);
    assertThat(chosen(null, day, promised)).isEmpty();
  }

  @Test
  void whoDoesNotSayWhenItArrivesCannotKeepADay() {
    assertThat(chosen(null, LocalDate.parse("2027-01-01"), rate("a", "5", null))).isEmpty();
  }

  @Test
  void anotherCurrencyCannotBeCompared() {
    Rate dollars = new Rate("a", "r", "s", Money.of("1", "USD"), 1, null, false, null);
    assertThat(chosen(null, null, dollars, rate("b", "7", 1))).containsExactly("b");
  }

  @Test
  void theBestRateIsBookedWithItsCarrier() {
    PlayedShipment shipment = PlayedShipment.quoted(rate("steady", "9", 1), rate("swift", "7", 1));
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.RATED);
    assertThat(shipment.due(Step.BOOK_SHIPMENT).partner()).isEqualTo("swift");
    assertThat(shipment.shipment().summary(2).carrier()).isEqualTo("swift");
  }

  @Test
  void withoutAnyRateSomebodyHasToLook() {
    PlayedShipment shipment = PlayedShipment.quoted();
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.ACTION_REQUIRED);
    assertThat(shipment.due()).isEmpty();
  }

  private static List<String> chosen(
      @Nullable String maxCost, @Nullable LocalDate deliverBy, Rate... rates) {
    ShipmentPlan p = PlayedShipment.anyPlan();
    ShipmentPlan plan =
        new ShipmentPlan(
            p.id(),
            p.orderId(),
            p.flow(),
            p.reference(),
            p.from(),
            p.to(),
            p.lines(),
            p.weight(),
            p.amount(),
            p.authorization(),
            deliverBy,
            maxCost == null ? null : Money.of(maxCost, "EUR"),
            p.contact());
    return RateChoice.candidates(plan, List.of(rates), SomeOrder.NOON).stream()
        .map(Rate::carrier)
        .toList();
  }

  private static Rate rate(String carrier, String price, @Nullable Integer days) {
    Rate any = SomeAnswers.rate(carrier, price);
    return new Rate(carrier, any.rateId(), any.service(), any.price(), days, null, false, null);
  }
}
