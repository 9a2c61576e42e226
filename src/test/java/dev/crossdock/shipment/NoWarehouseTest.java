package dev.crossdock.shipment;

import static dev.crossdock.flow.Step.BOOK_SHIPMENT;
import static dev.crossdock.flow.Step.CAPTURE_PAYMENT;
import static dev.crossdock.flow.Step.RELEASE_FULFILLMENT;
import static dev.crossdock.flow.Step.TRACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.flow.Flow;
import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.trade.Money;
import org.junit.jupiter.api.Test;

/** Flows in which the merchant packs, and only the carrier tells. */
class NoWarehouseTest {

  @Test
  void isPaidOnceItIsBooked() {
    assertThat(booked(RELEASE_FULFILLMENT).dueSteps()).containsExactly(CAPTURE_PAYMENT);
  }

  @Test
  void isOnItsWayOnceTheCarrierHasIt() {
    PlayedShipment shipment = booked(RELEASE_FULFILLMENT).scanned(TrackingStatus.PICKED_UP);
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(shipment.scanned(TrackingStatus.DELIVERED).status())
        .isEqualTo(ShipmentStatus.DELIVERED);
  }

  @Test
  void whatIsPaidIsNotCalledBack() {
    PlayedShipment shipment = booked(RELEASE_FULFILLMENT);
    shipment.answers(CAPTURE_PAYMENT, captured()).recalled();
    assertThat(shipment.shipment().recallRefused()).isEqualTo("already BOOKED");
    assertThat(shipment.dueUndos()).isEmpty();
  }

  @Test
  void aPaymentOnItsWayIsAwaitedBeforeTheLabelIsVoided() {
    PlayedShipment shipment = booked(RELEASE_FULFILLMENT).recalled();
    assertThat(shipment.dueUndos()).isEmpty();
    shipment.answers(CAPTURE_PAYMENT, captured());
    assertThat(shipment.shipment().recallRefused()).isEqualTo("already paid");
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.BOOKED);
  }

  @Test
  void aPaymentThatIsRefusedLetsTheLabelBeVoided() {
    PlayedShipment shipment = booked(RELEASE_FULFILLMENT).recalled();
    shipment.ends(CAPTURE_PAYMENT, SomeAnswers.refused("expired"));
    assertThat(shipment.dueUndos()).containsExactly(BOOK_SHIPMENT);
  }

  @Test
  void withNothingLeftToDoItIsCompletedAndNothingIsHeld() {
    PlayedShipment shipment = booked(RELEASE_FULFILLMENT, TRACK);
    shipment.answers(CAPTURE_PAYMENT, captured());
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.COMPLETED);
    assertThat(shipment.shipment().work().ledger().entries()).noneMatch(LedgerEntry::isHeld);
  }

  @Test
  void anExpressShipmentIsDoneWithOnceItIsBookedAndTheCustomerIsTold() {
    PlayedShipment shipment = booked(SomeFlow.express());
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.COMPLETED);
    assertThat(shipment.due())
        .extracting(call -> call.id().step(), call -> call.id().revision())
        .containsExactly(tuple(Step.NOTIFY, Milestone.BOOKED.revision()));
    shipment.answers(Step.NOTIFY, new Answer.Notified("ntf-1"));
    assertThat(shipment.due()).isEmpty();
    assertThat(shipment.shipment().work().ledger().entries()).noneMatch(LedgerEntry::isHeld);
  }

  private static PlayedShipment booked(Step... dropped) {
    return booked(SomeFlow.parcelWithout(dropped));
  }

  private static PlayedShipment booked(Flow flow) {
    return PlayedShipment.opened(plan(flow))
        .answers(Step.QUOTE_RATES, SomeAnswers.quoted(SomeAnswers.rate("swift", "7.00")))
        .answers(BOOK_SHIPMENT, SomeAnswers.booked());
  }

  private static ShipmentPlan plan(Flow flow) {
    ShipmentPlan p = PlayedShipment.anyPlan();
    return new ShipmentPlan(
        p.id(),
        p.orderId(),
        flow,
        p.reference(),
        p.from(),
        p.to(),
        p.lines(),
        p.weight(),
        p.amount(),
        p.authorization(),
        p.deliverBy(),
        p.maxCost(),
        p.contact());
  }

  private static Answer captured() {
    return SomeAnswers.captured(Money.of("25.00", "EUR"));
  }
}
