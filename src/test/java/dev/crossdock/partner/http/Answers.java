package dev.crossdock.partner.http;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Objects;

/** An answer of each operation: with all of its fields, and with no more than it must have. */
final class Answers {
  private static final String ADDRESS =
      """
      {"name":"Ada","company":"Engines","street1":"1 Main St","street2":"Floor 2",
       "city":"Springfield","stateCode":"IL","postalCode":"62701","countryCode":"US",
       "phone":"+12175550100","email":"ada@example.org","residential":false}\
      """;
  private static final String PLACE =
      """
      {"street1":"Kai 1","city":"Hamburg","postalCode":"20457","countryCode":"DE"}\
      """;
  private static final String MONEY = "{\"amount\":\"39.80\",\"currency\":\"EUR\"}";
  private static final String RESERVATION =
      """
      {"reservationId":"res_1","status":"RESERVED","expiresAt":"2026-11-30T10:00:00+01:00",
       "allocations":[{"lineId":"l1","quantity":2,"location":{"code":"HAM1","address":%s}}],
       "backordered":[{"lineId":"l2","quantity":1,"availableAt":"2026-12-01T00:00:00.5Z"},
                      {"lineId":"l3","quantity":1}]}\
      """
          .formatted(PLACE);
  private static final String AUTHORIZATION =
      """
      {"authorizationId":"auth_1","status":"AUTHORIZED","amount":%s,
       "expiresAt":"2026-11-30T10:00:00Z"}\
      """
          .formatted(MONEY);
  private static final String CAPTURE =
      "{\"captureId\":\"cap_1\",\"status\":\"CAPTURED\",\"amount\":" + MONEY + "}";
  private static final String BOOKING =
      """
      {"bookingId":"book_1","trackingCode":"1Z999","trackingUrl":"https://t.example/1Z999",
       "status":"BOOKED","label":{"url":"https://l.example/1","format":"ZPL"}}\
      """;
  private static final String FULFILLMENT =
      "{\"fulfillmentId\":\"ful_1\",\"status\":\"SUBMITTED\",\"reason\":\"queued\"}";
  private static final String RATE =
      """
      {"rateId":"rate_1","service":"EXPRESS","price":%s,"estimatedDays":2,
       "deliveryDate":"2026-11-26","deliveryDateGuaranteed":true,
       "validUntil":"2026-11-24T00:00:00Z"}\
      """
          .formatted(MONEY);
  private static final String SCAN =
      """
      {"trackingEventId":"e1","status":"OUT_FOR_DELIVERY","occurredAt":"2026-11-23T08:00:00Z",
       "description":"on the van","signedBy":"Ada","estimatedDeliveryDate":"2026-11-23T17:00:00Z",
       "location":{"city":"Hamburg","countryCode":"DE","unLocode":"DEHAM"}}\
      """;

  static final Map<String, String> FULL =
      Map.ofEntries(
          entry(
              "validateAddress",
              "{\"verdict\":\"CORRECTED\",\"address\":" + ADDRESS + ",\"messages\":[\"zip\"]}"),
          entry("checkCustomer", "{\"verdict\":\"REVIEW\",\"reason\":\"new\"}"),
          entry("checkFraud", "{\"verdict\":\"PASS\",\"score\":0.25,\"reason\":\"known\"}"),
          entry("reserveInventory", RESERVATION),
          entry("releaseReservation", RESERVATION.replace("RESERVED", "RELEASED")),
          entry("findReservation", items(RESERVATION)),
          entry("authorizePayment", AUTHORIZATION),
          entry("voidAuthorization", AUTHORIZATION.replace("AUTHORIZED", "VOIDED")),
          entry("findAuthorization", items(AUTHORIZATION)),
          entry("capturePayment", CAPTURE),
          entry("findCapture", items(CAPTURE)),
          entry(
              "refundPayment",
              "{\"refundId\":\"ref_1\",\"status\":\"PENDING\",\"amount\":" + MONEY + "}"),
          entry("quoteRates", "{\"rates\":[" + RATE + "]}"),
          entry("bookShipment", BOOKING),
          entry("findShipment", items(BOOKING)),
          entry("voidShipment", "{\"status\":\"SUBMITTED\"}"),
          entry("track", "{\"events\":[" + SCAN + "]}"),
          entry("releaseFulfillment", FULFILLMENT),
          entry("findFulfillment", items(FULFILLMENT)),
          entry("cancelFulfillment", FULFILLMENT.replace("SUBMITTED", "CANCELLED")),
          entry("notify", "{\"notificationId\":\"n1\"}"));

  private Answers() {}

  static String of(String operationId) {
    return Objects.requireNonNull(FULL.get(operationId), operationId);
  }

  private static String items(String item) {
    return "{\"items\":[" + item + "]}";
  }
}
