package dev.crossdock.runtime;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Label;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Rate;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.trade.Location;
import dev.crossdock.trade.Money;
import java.util.List;

/** What a partner answers that says yes to everything, and delivers as soon as it is asked. */
public final class Willing {
  private Willing() {}

  /** What it answers to that. */
  public static Outcome to(Ask ask) {
    return new Outcome.Succeeded(answer(ask));
  }

  private static Answer answer(Ask ask) {
    return switch (ask) {
      case Ask.ValidateAddress a ->
          new Answer.AddressChecked(Answer.AddressVerdict.VALID, null, List.of());
      case Ask.CheckCustomer a -> new Answer.CustomerChecked(Answer.CustomerVerdict.APPROVED, null);
      case Ask.CheckFraud a -> new Answer.FraudChecked(Answer.FraudVerdict.PASS, 0.1, null);
      case Ask.ReserveInventory a -> reserved(a, Answer.ReservationStatus.RESERVED);
      case Ask.ReleaseReservation a ->
          new Answer.Reserved(
              a.reservationId(), Answer.ReservationStatus.RELEASED, List.of(), List.of(), null);
      case Ask.AuthorizePayment a ->
          authorized(Answer.AuthorizationStatus.AUTHORIZED, a.amount(), "auth-" + a.orderId());
      case Ask.VoidAuthorization a ->
          authorized(Answer.AuthorizationStatus.VOIDED, Money.of("0", "EUR"), a.authorizationId());
      case Ask.CapturePayment a ->
          new Answer.Captured("cap-1", Answer.CaptureStatus.CAPTURED, a.amount());
      case Ask.RefundPayment a ->
          new Answer.Refunded("ref-1", Answer.RefundStatus.REFUNDED, a.amount());
      case Ask.QuoteRates a -> new Answer.Quoted(List.of(rate("carrier", "5.00")));
      case Ask.BookShipment a -> booked(a.shipmentId().value());
      case Ask.VoidShipment a -> new Answer.BookingVoided(Answer.VoidStatus.VOIDED);
      case Ask.TrackShipment a -> new Answer.Tracked(List.of(delivered()));
      case Ask.ReleaseFulfillment a ->
          new Answer.Fulfilling("ful-" + a.shipmentId(), Answer.FulfillmentStatus.SUBMITTED, null);
      case Ask.CancelFulfillment a ->
          new Answer.Fulfilling(a.fulfillmentId(), Answer.FulfillmentStatus.CANCELLED, null);
      case Ask.Notify a -> new Answer.Notified("ntf-1");
    };
  }

  static Rate rate(String carrier, String price) {
    return new Rate(
        carrier, "rate-" + carrier, "ground", Money.of(price, "EUR"), 2, null, false, null);
  }

  static Answer.Reserved reserved(Ask.ReserveInventory ask, Answer.ReservationStatus status) {
    Location location = new Location("HEL-1", Sample.depot());
    return new Answer.Reserved(
        "res-" + ask.orderId(),
        status,
        ask.lines().stream()
            .map(line -> new Answer.Allocation(line.lineId(), line.quantity(), location))
            .toList(),
        List.of(),
        null);
  }

  static Answer.Authorized authorized(Answer.AuthorizationStatus status, Money amount, String id) {
    return new Answer.Authorized(id, status, amount, null);
  }

  private static Answer.Booked booked(String name) {
    return new Answer.Booked(
        "bok-" + name,
        "TRK-" + name,
        null,
        Answer.BookingStatus.BOOKED,
        new Label("https://labels.example/1.pdf", "PDF"));
  }

  private static Scan delivered() {
    return new Scan("scan-1", TrackingStatus.DELIVERED, Sample.NOON, null, null, null, null);
  }
}
