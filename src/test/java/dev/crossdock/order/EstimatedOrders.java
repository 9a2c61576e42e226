package dev.crossdock.order;

import dev.crossdock.flow.Step;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.Money;
import java.time.Duration;
import java.time.LocalDate;

/** Orders that estimates are made of, all placed at noon. */
public final class EstimatedOrders {
  private EstimatedOrders() {}

  public static Order placed() {
    return PlayedOrder.placed().order();
  }

  /** To be delivered by that day. */
  public static Order promised(String day) {
    ShippingTerms terms = new ShippingTerms(Money.of("5", "EUR"), LocalDate.parse(day), null);
    return PlayedOrder.placed(SomeOrder.anOrderOf(terms, null, SomeOrder.line("1", 2, "10.00")))
        .order();
  }

  public static Order readyToPay() {
    return PlayedOrder.readyToPay().order();
  }

  /** Asked to pay after so long, in vain. */
  public static Order payingAgainAfter(Duration passed) {
    return PlayedOrder.readyToPay()
        .later(passed)
        .ends(Step.AUTHORIZE_PAYMENT, SomeAnswers.notConnected())
        .order();
  }

  public static Order confirmed() {
    return PlayedOrder.confirmed().order();
  }

  public static Order heldForReview() {
    var review = new Answer.CustomerChecked(Answer.CustomerVerdict.REVIEW, "new");
    return PlayedOrder.placed().answers(Step.CHECK_CUSTOMER, review).order();
  }

  public static Order cancelling() {
    return PlayedOrder.readyToPay().cancelled().order();
  }

  public static Order rejected() {
    return PlayedOrder.placed()
        .answers(Step.VALIDATE_ADDRESS, SomeAnswers.validAddress())
        .answers(Step.RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)))
        .ends(Step.CHECK_CUSTOMER, SomeAnswers.refused("declined"))
        .undoEnds(Step.RESERVE_INVENTORY, SomeAnswers.answered(released()))
        .order();
  }

  private static Answer released() {
    return new Answer.Reserved(
        "res-1", Answer.ReservationStatus.RELEASED, java.util.List.of(), java.util.List.of(), null);
  }
}
