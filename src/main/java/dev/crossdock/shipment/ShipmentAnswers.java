package dev.crossdock.shipment;

import dev.crossdock.flow.Verdict;
import dev.crossdock.flow.Verdict.Done;
import dev.crossdock.flow.Verdict.No;
import dev.crossdock.flow.Verdict.Taken;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.BookingStatus;
import java.time.Instant;

/** What a partner's answer means to the step of a shipment. */
final class ShipmentAnswers {
  private ShipmentAnswers() {}

  static Verdict verdict(Answer answer, ShipmentPlan plan, Instant now) {
    return switch (answer) {
      case Answer.Quoted a when RateChoice.candidates(plan, a.rates(), now).isEmpty() ->
          new No("no-rate", "none of " + a.rates().size() + " rates keeps to price and day");
      case Answer.Booked a when a.status() == BookingStatus.VOIDED ->
          new No("booking-voided", "the booking was voided");
      case Answer.Captured a when !a.amount().equals(plan.amount()) ->
          new No("implausible", "captured " + a.amount() + " instead of " + plan.amount());
      case Answer.Fulfilling a -> fulfilling(a);
      default -> new Done(); // every other answer is what was asked for
    };
  }

  static Verdict fulfilling(Answer.Fulfilling a) {
    return switch (a.status()) {
      case SHIPPED -> new Done();
      case SUBMITTED, ACCEPTED, PICKED, PACKED -> new Taken();
      case CANCELLATION_REQUESTED, CANCELLATION_REJECTED -> new Taken();
      case REJECTED, CANCELLED ->
          new No(
              "fulfillment-" + a.status().name().toLowerCase(java.util.Locale.ROOT),
              a.reason() == null ? "the warehouse does not do it" : a.reason());
    };
  }
}
