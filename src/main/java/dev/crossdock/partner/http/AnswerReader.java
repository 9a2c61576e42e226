package dev.crossdock.partner.http;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.Allocation;
import dev.crossdock.partner.Answer.Backorder;
import dev.crossdock.partner.Ask;

/** Reads what a partner answered to an ask. Pure; throws {@link Garbage}. */
final class AnswerReader {
  private AnswerReader() {}

  /**
   * @param partner the name a rate gets as its carrier
   */
  static Answer read(Ask ask, String partner, Fields body) {
    return switch (ask) {
      case Ask.ValidateAddress a -> addressChecked(body);
      case Ask.CheckCustomer a -> customerChecked(body);
      case Ask.CheckFraud a -> fraudChecked(body);
      case Ask.ReserveInventory a -> reserved(body);
      case Ask.ReleaseReservation a -> reserved(body);
      case Ask.AuthorizePayment a -> authorized(body);
      case Ask.VoidAuthorization a -> authorized(body);
      case Ask.CapturePayment a -> captured(body);
      case Ask.RefundPayment a -> refunded(body);
      case Ask.QuoteRates a -> CarrierReader.quoted(body, partner);
      case Ask.BookShipment a -> CarrierReader.booked(body);
      case Ask.VoidShipment a -> CarrierReader.voided(body);
      case Ask.TrackShipment a -> CarrierReader.tracked(body);
      case Ask.ReleaseFulfillment a -> fulfilling(body);
      case Ask.CancelFulfillment a -> fulfilling(body);
      case Ask.Notify a -> new Answer.Notified(body.id("notificationId"));
    };
  }

  private static Answer addressChecked(Fields body) {
    Fields address = body.optionalObject("address");
    return new Answer.AddressChecked(
        body.oneOf(Answer.AddressVerdict.class, "verdict"),
        address == null ? null : PlaceReader.address(address),
        body.textsOrEmpty("messages"));
  }

  private static Answer customerChecked(Fields body) {
    return new Answer.CustomerChecked(
        body.oneOf(Answer.CustomerVerdict.class, "verdict"), body.optionalText("reason"));
  }

  private static Answer fraudChecked(Fields body) {
    return new Answer.FraudChecked(
        body.oneOf(Answer.FraudVerdict.class, "verdict"),
        body.optionalNumber("score"),
        body.optionalText("reason"));
  }

  private static Answer reserved(Fields body) {
    return new Answer.Reserved(
        body.id("reservationId"),
        body.oneOf(Answer.ReservationStatus.class, "status"),
        body.list("allocations", AnswerReader::allocation),
        body.listOrEmpty("backordered", AnswerReader::backorder),
        body.optionalInstant("expiresAt"));
  }

  private static Allocation allocation(Fields fields) {
    return new Allocation(
        fields.id("lineId"),
        fields.count("quantity", 1),
        PlaceReader.location(fields.object("location")));
  }

  private static Backorder backorder(Fields fields) {
    return new Backorder(
        fields.id("lineId"), fields.count("quantity", 1), fields.optionalInstant("availableAt"));
  }

  private static Answer authorized(Fields body) {
    return new Answer.Authorized(
        body.id("authorizationId"),
        body.oneOf(Answer.AuthorizationStatus.class, "status"),
        body.money("amount"),
        body.optionalInstant("expiresAt"));
  }

  private static Answer captured(Fields body) {
    return new Answer.Captured(
        body.id("captureId"),
        body.oneOf(Answer.CaptureStatus.class, "status"),
        body.money("amount"));
  }

  private static Answer refunded(Fields body) {
    return new Answer.Refunded(
        body.id("refundId"), body.oneOf(Answer.RefundStatus.class, "status"), body.money("amount"));
  }

  private static Answer fulfilling(Fields body) {
    return new Answer.Fulfilling(
        body.id("fulfillmentId"),
        body.oneOf(Answer.FulfillmentStatus.class, "status"),
        body.optionalText("reason"));
  }
}
