package dev.crossdock.partner.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crossdock.partner.Ask;
import dev.crossdock.partner.PartnerCall;
import java.net.URLEncoder;

/** Says a call in the words of the partner API. Pure. */
final class AskWriter {
  private AskWriter() {}

  /**
   * @throws IllegalArgumentException when asked to look up what acquires nothing
   */
  static HttpAsk write(PartnerCall call) {
    return switch (call.mode()) {
      case DO -> toDo(call.ask(), call.key());
      case LOOK_UP -> toLookUp(call.ask(), call.key());
    };
  }

  private static HttpAsk toLookUp(Ask ask, String key) {
    if (!(ask instanceof Ask.Acquiring acquiring)) {
      throw new IllegalArgumentException(
          ask.getClass().getSimpleName() + " acquires nothing that could be looked up");
    }
    String resources =
        switch (acquiring) {
          case Ask.ReserveInventory a -> "reservations";
          case Ask.AuthorizePayment a -> "authorizations";
          case Ask.CapturePayment a -> "captures";
          case Ask.BookShipment a -> "shipments";
          case Ask.ReleaseFulfillment a -> "fulfillments";
        };
    return HttpAsk.get("/v1/" + resources + "?reference=" + encoded(key));
  }

  private static HttpAsk toDo(Ask ask, String key) {
    return switch (ask) {
      case Ask.ValidateAddress a -> HttpAsk.query("/v1/address-validations", Bodies.of(a));
      case Ask.CheckCustomer a -> HttpAsk.query("/v1/customer-checks", Bodies.of(a));
      case Ask.CheckFraud a -> HttpAsk.query("/v1/fraud-checks", Bodies.of(a));
      case Ask.ReserveInventory a -> HttpAsk.change("/v1/reservations", key, Bodies.of(a));
      case Ask.ReleaseReservation a ->
          HttpAsk.change(within("reservations", a.reservationId(), "release"), key, null);
      case Ask.AuthorizePayment a -> HttpAsk.change("/v1/authorizations", key, Bodies.of(a));
      case Ask.VoidAuthorization a ->
          HttpAsk.change(within("authorizations", a.authorizationId(), "void"), key, null);
      case Ask.CapturePayment a ->
          HttpAsk.change(
              within("authorizations", a.authorizationId(), "captures"), key, Bodies.of(a));
      case Ask.RefundPayment a ->
          HttpAsk.change(within("captures", a.captureId(), "refunds"), key, Bodies.of(a));
      case Ask.QuoteRates a -> HttpAsk.query("/v1/rates", Bodies.of(a));
      case Ask.BookShipment a -> HttpAsk.change("/v1/shipments", key, Bodies.of(a));
      case Ask.VoidShipment a ->
          HttpAsk.change(within("shipments", a.bookingId(), "void"), key, null);
      case Ask.TrackShipment a -> HttpAsk.get("/v1/tracking/" + encoded(a.trackingCode()));
      case Ask.ReleaseFulfillment a -> HttpAsk.change("/v1/fulfillments", key, Bodies.of(a));
      case Ask.CancelFulfillment a ->
          HttpAsk.change(within("fulfillments", a.fulfillmentId(), "cancel"), key, null);
      case Ask.Notify a -> HttpAsk.change("/v1/notifications", key, Bodies.of(a));
    };
  }

  private static String within(String resources, String id, String action) {
    return "/v1/" + resources + "/" + encoded(id) + "/" + action;
  }

  /** Right in a path and in a query alike: a plus sign would be a space only in the latter. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
