package dev.crossdock.estimate;

import dev.crossdock.flow.Step;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.PartnerCall;
import java.util.Locale;

/** What partners are timed by: each kind of thing that is asked of them. */
public enum Operation {
  VALIDATE_ADDRESS,
  CHECK_CUSTOMER,
  CHECK_FRAUD,
  RESERVE_INVENTORY,
  RELEASE_RESERVATION,
  AUTHORIZE_PAYMENT,
  VOID_AUTHORIZATION,
  CAPTURE_PAYMENT,
  REFUND_PAYMENT,
  QUOTE_RATES,
  BOOK_SHIPMENT,
  VOID_SHIPMENT,
  TRACK_SHIPMENT,
  RELEASE_FULFILLMENT,
  CANCEL_FULFILLMENT,
  NOTIFY,
  /** Of whatever may have been done: found by its idempotency key. */
  LOOK_UP;

  /** The name in the API and in metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a call asks for. */
  public static Operation of(PartnerCall call) {
    return call.mode() == PartnerCall.Mode.LOOK_UP ? LOOK_UP : of(call.ask());
  }

  /** What is asked for. */
  public static Operation of(Ask ask) {
    return switch (ask) {
      case Ask.ValidateAddress a -> VALIDATE_ADDRESS;
      case Ask.CheckCustomer a -> CHECK_CUSTOMER;
      case Ask.CheckFraud a -> CHECK_FRAUD;
      case Ask.ReserveInventory a -> RESERVE_INVENTORY;
      case Ask.ReleaseReservation a -> RELEASE_RESERVATION;
      case Ask.AuthorizePayment a -> AUTHORIZE_PAYMENT;
      case Ask.VoidAuthorization a -> VOID_AUTHORIZATION;
      case Ask.CapturePayment a -> CAPTURE_PAYMENT;
      case Ask.RefundPayment a -> REFUND_PAYMENT;
      case Ask.QuoteRates a -> QUOTE_RATES;
      case Ask.BookShipment a -> BOOK_SHIPMENT;
      case Ask.VoidShipment a -> VOID_SHIPMENT;
      case Ask.TrackShipment a -> TRACK_SHIPMENT;
      case Ask.ReleaseFulfillment a -> RELEASE_FULFILLMENT;
      case Ask.CancelFulfillment a -> CANCEL_FULFILLMENT;
      case Ask.Notify a -> NOTIFY;
    };
  }

  /** What a step asks for on its way forward. */
  static Operation of(Step step) {
    return switch (step) {
      case VALIDATE_ADDRESS -> VALIDATE_ADDRESS;
      case CHECK_CUSTOMER -> CHECK_CUSTOMER;
      case CHECK_FRAUD -> CHECK_FRAUD;
      case RESERVE_INVENTORY -> RESERVE_INVENTORY;
      case AUTHORIZE_PAYMENT -> AUTHORIZE_PAYMENT;
      case QUOTE_RATES -> QUOTE_RATES;
      case BOOK_SHIPMENT -> BOOK_SHIPMENT;
      case RELEASE_FULFILLMENT -> RELEASE_FULFILLMENT;
      case CAPTURE_PAYMENT -> CAPTURE_PAYMENT;
      case TRACK -> TRACK_SHIPMENT;
      case NOTIFY -> NOTIFY;
    };
  }
}
