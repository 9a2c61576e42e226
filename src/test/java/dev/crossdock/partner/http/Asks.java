package dev.crossdock.partner.http;

import dev.crossdock.partner.Ask;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.LineQuantity;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.Parcel;
import dev.crossdock.trade.ShipmentId;
import dev.crossdock.trade.Weight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One ask of each kind, and the calls that carry them. */
final class Asks {
  static final String KEY = "default:ord_7:reserve-inventory:1";

  private static final OrderId ORDER = new OrderId("default", "ord_7");
  private static final ShipmentId SHIPMENT = new ShipmentId("default", "shp_7-1");
  private static final Money TOTAL = Money.of("39.8", "EUR");
  private static final List<LineQuantity> LINES = List.of(new LineQuantity("l1", "SKU-1", 2));
  private static final Address BARE =
      new Address(
          null, null, "Kaistrasse 1", null, "Hamburg", null, "20457", "DE", null, null, null);
  private static final Address FULL =
      new Address(
          "Ada Lovelace",
          "Engines",
          "1 Main St",
          "Floor 2",
          "Springfield",
          "IL",
          "62701",
          "US",
          "+12175550100",
          "ada@example.org",
          true);
  private static final List<Parcel> PARCELS =
      List.of(
          new Parcel(Weight.grams(1000)),
          new Parcel(new Weight(new BigDecimal("0.250"), Weight.Unit.KGM)));

  static final Ask VALIDATE_ADDRESS = new Ask.ValidateAddress(FULL);
  static final Ask CHECK_CUSTOMER = new Ask.CheckCustomer("c1", TOTAL);
  static final Ask CHECK_FRAUD = new Ask.CheckFraud(ORDER, "c1", TOTAL, BARE);
  static final Ask RESERVE = new Ask.ReserveInventory(ORDER, LINES, BARE);
  static final Ask RELEASE_RESERVATION = new Ask.ReleaseReservation("res/1 a");
  static final Ask AUTHORIZE = new Ask.AuthorizePayment(ORDER, TOTAL, "tok_visa", "c1");
  static final Ask VOID_AUTHORIZATION = new Ask.VoidAuthorization("auth+1");
  static final Ask CAPTURE = new Ask.CapturePayment("auth_1", Money.of("500", "JPY"));
  static final Ask REFUND = new Ask.RefundPayment("cap_1", TOTAL, "damaged");
  static final Ask REFUND_BARE = new Ask.RefundPayment("cap_1", TOTAL, null);
  static final Ask QUOTE =
      new Ask.QuoteRates(SHIPMENT, BARE, BARE, PARCELS, LocalDate.of(2026, 12, 24));
  static final Ask QUOTE_BARE = new Ask.QuoteRates(SHIPMENT, BARE, BARE, PARCELS, null);
  static final Ask BOOK = new Ask.BookShipment(SHIPMENT, "rate_1", BARE, BARE, PARCELS, "PO-1");
  static final Ask BOOK_BARE = new Ask.BookShipment(SHIPMENT, "rate_1", BARE, BARE, PARCELS, null);
  static final Ask VOID_SHIPMENT = new Ask.VoidShipment("book_1");
  static final Ask TRACK = new Ask.TrackShipment("1Z 999/é");
  static final Ask FULFILL =
      new Ask.ReleaseFulfillment(ORDER, SHIPMENT, "HAM1", LINES, "1Z999", "https://l.example/1");
  static final Ask FULFILL_BARE =
      new Ask.ReleaseFulfillment(ORDER, SHIPMENT, "HAM1", LINES, null, null);
  static final Ask CANCEL_FULFILLMENT = new Ask.CancelFulfillment("ful_1");
  static final Ask NOTIFY =
      new Ask.Notify(ORDER, "order-shipped", "ada@example.org", Map.of("trackingCode", "1Z999"));

  static final List<Ask> ALL =
      List.of(
          VALIDATE_ADDRESS,
          CHECK_CUSTOMER,
          CHECK_FRAUD,
          RESERVE,
          RELEASE_RESERVATION,
          AUTHORIZE,
          VOID_AUTHORIZATION,
          CAPTURE,
          REFUND,
          REFUND_BARE,
          QUOTE,
          QUOTE_BARE,
          BOOK,
          BOOK_BARE,
          VOID_SHIPMENT,
          TRACK,
          FULFILL,
          FULFILL_BARE,
          CANCEL_FULFILLMENT,
          NOTIFY);

  private Asks() {}

  static PartnerCall toDo(Ask ask) {
    return within(ask, Duration.ofSeconds(10));
  }

  static PartnerCall within(Ask ask, Duration deadline) {
    return new PartnerCall(ask, KEY, PartnerCall.Mode.DO, deadline);
  }

  static PartnerCall toLookUp(Ask ask) {
    return new PartnerCall(ask, KEY, PartnerCall.Mode.LOOK_UP, Duration.ofSeconds(10));
  }
}
