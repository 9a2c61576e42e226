package dev.crossdock.estimate;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.SomeAnswers;

/** What a partner answers that says yes to everything that an order asks on its way forward. */
final class VirtualAnswers {
  private VirtualAnswers() {}

  static Answer to(Ask ask) {
    return switch (ask) {
      case Ask.ValidateAddress a -> SomeAnswers.validAddress();
      case Ask.CheckCustomer a -> SomeAnswers.approved();
      case Ask.CheckFraud a -> SomeAnswers.passed();
      case Ask.ReserveInventory a -> SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2));
      case Ask.AuthorizePayment a -> SomeAnswers.authorized(a.amount());
      case Ask.CapturePayment a -> SomeAnswers.captured(a.amount());
      case Ask.QuoteRates a -> SomeAnswers.quoted(SomeAnswers.rate("carrier", "4.00"));
      case Ask.BookShipment a -> SomeAnswers.booked();
      case Ask.ReleaseFulfillment a -> SomeAnswers.fulfilling(Answer.FulfillmentStatus.SUBMITTED);
      case Ask.Notify a -> new Answer.Notified("ntf-1");
      case Ask.ReleaseReservation a -> throw new AssertionError(a);
      case Ask.VoidAuthorization a -> throw new AssertionError(a);
      case Ask.RefundPayment a -> throw new AssertionError(a);
      case Ask.VoidShipment a -> throw new AssertionError(a);
      case Ask.TrackShipment a -> throw new AssertionError(a);
      case Ask.CancelFulfillment a -> throw new AssertionError(a);
    };
  }
}
