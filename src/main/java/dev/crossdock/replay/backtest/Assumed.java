package dev.crossdock.replay.backtest;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.trade.LineQuantity;
import dev.crossdock.trade.Location;
import java.util.List;

/** What a partner is assumed to say that nobody has recorded: yes. */
record Assumed(Pool pool) {

  Answer to(Ask ask, String key) {
    return switch (ask) {
      case Ask.ValidateAddress a ->
          new Answer.AddressChecked(Answer.AddressVerdict.VALID, null, List.of());
      case Ask.CheckCustomer a -> new Answer.CustomerChecked(Answer.CustomerVerdict.APPROVED, null);
      case Ask.CheckFraud a -> new Answer.FraudChecked(Answer.FraudVerdict.PASS, null, null);
      case Ask.ReserveInventory a -> reserved(a, key);
      case Ask.AuthorizePayment a ->
          new Answer.Authorized(key, Answer.AuthorizationStatus.AUTHORIZED, a.amount(), null);
      case Ask.CapturePayment a ->
          new Answer.Captured(key, Answer.CaptureStatus.CAPTURED, a.amount());
      case Ask.QuoteRates a -> new Answer.Quoted(pool.rates());
      case Ask.BookShipment a ->
          new Answer.Booked(key, key, null, Answer.BookingStatus.BOOKED, null);
      case Ask.ReleaseFulfillment a ->
          new Answer.Fulfilling(key, Answer.FulfillmentStatus.SUBMITTED, null);
      case Ask.TrackShipment a -> new Answer.Tracked(List.of());
      case Ask.Notify a -> new Answer.Notified(key);
      case Ask.ReleaseReservation a -> undone();
      case Ask.VoidAuthorization a -> undone();
      case Ask.RefundPayment a -> undone();
      case Ask.VoidShipment a -> undone();
      case Ask.CancelFulfillment a -> undone();
    };
  }

  private static Answer undone() {
    return new Answer.BookingVoided(Answer.VoidStatus.VOIDED);
  }

  private Answer reserved(Ask.ReserveInventory ask, String key) {
    Location from = pool.location().orElseGet(() -> new Location("assumed", ask.shipTo()));
    return new Answer.Reserved(
        key,
        Answer.ReservationStatus.RESERVED,
        ask.lines().stream().map(line -> all(line, from)).toList(),
        List.of(),
        null);
  }

  private static Answer.Allocation all(LineQuantity line, Location from) {
    return new Answer.Allocation(line.lineId(), line.quantity(), from);
  }
}
