package dev.crossdock.order;

import dev.crossdock.flow.Verdict;
import dev.crossdock.flow.Verdict.Done;
import dev.crossdock.flow.Verdict.No;
import dev.crossdock.flow.Verdict.Taken;
import dev.crossdock.partner.Answer;

/** What a partner's answer means to the step of an order. */
final class OrderAnswers {
  private OrderAnswers() {}

  static Verdict verdict(Answer answer) {
    return switch (answer) {
      case Answer.AddressChecked a when a.verdict() == Answer.AddressVerdict.INVALID ->
          new No("address-invalid", String.join("; ", a.messages()));
      case Answer.CustomerChecked a when a.verdict() == Answer.CustomerVerdict.DECLINED ->
          new No("customer-declined", said(a.reason()));
      case Answer.FraudChecked a when a.verdict() == Answer.FraudVerdict.REJECT ->
          new No("fraud-rejected", said(a.reason()));
      case Answer.Reserved a -> reserved(a);
      case Answer.Authorized a -> authorized(a);
      default -> new Done(); // every other answer is what was asked for
    };
  }

  private static Verdict reserved(Answer.Reserved a) {
    return switch (a.status()) {
      case RESERVED -> new Done();
      case RELEASED -> new No("reservation-released", "the reservation was released");
      case EXPIRED -> new No("reservation-expired", "the reservation has expired");
    };
  }

  static Verdict authorized(Answer.Authorized a) {
    return switch (a.status()) {
      case AUTHORIZED -> new Done();
      case PENDING -> new Taken();
      case DECLINED -> new No("payment-declined", "the payment was declined");
      case VOIDED -> new No("payment-voided", "the authorization was voided");
      case EXPIRED -> new No("payment-expired", "the authorization has expired");
    };
  }

  private static String said(@org.jspecify.annotations.Nullable String reason) {
    return reason == null ? "without a reason" : reason;
  }
}
