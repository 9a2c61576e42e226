package dev.crossdock.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What partners do for an order, in the words of the partner API: seven calls, five in a row. */
enum Desk {
  ADDRESS("/v1/address-validations", 200, "{\"verdict\":\"VALID\"}"),
  CUSTOMER("/v1/customer-checks", 200, "{\"verdict\":\"APPROVED\"}"),
  INVENTORY(
      "/v1/reservations",
      201,
      """
      {"reservationId":"res_%1$s","status":"RESERVED","allocations":[{"lineId":"1","quantity":2,\
      "location":{"code":"HEL","address":{"street1":"Satamakatu 3","city":"Helsinki",\
      "postalCode":"00160","countryCode":"FI"}}}]}\
      """),
  PAYMENT(
      "/v1/authorizations",
      201,
      """
      {"authorizationId":"aut_%1$s","status":"AUTHORIZED",\
      "amount":{"amount":"44.70","currency":"EUR"}}\
      """),
  RATES(
      "/v1/rates",
      200,
      """
      {"rates":[{"rateId":"rat_%1$s","service":"standard",\
      "price":{"amount":"4.20","currency":"EUR"},"estimatedDays":2}]}\
      """),
  BOOKING(
      "/v1/shipments",
      201,
      """
      {"bookingId":"bok_%1$s","trackingCode":"trk_%1$s","status":"BOOKED",\
      "label":{"url":"http://carrier.example.com/%1$s.pdf","format":"PDF"}}\
      """),
  NOTIFICATION("/v1/notifications", 202, "{\"notificationId\":\"ntf_%1$s\"}");

  private static final Map<String, Desk> BY_PATH =
      Arrays.stream(values()).collect(Collectors.toMap(Desk::path, Function.identity()));

  private final String path;
  private final int status;
  private final String body;

  Desk(String path, int status, String body) {
    this.path = path;
    this.status = status;
    this.body = body;
  }

  /**
   * The desk behind a path.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Desk at(String path) {
    Desk desk = BY_PATH.get(path);
    if (desk == null) {
      throw new IllegalArgumentException(path);
    }
    return desk;
  }

  String path() {
    return path;
  }

  /** Of the answer, when all goes well. */
  int status() {
    return status;
  }

  /** What it answers about that order. */
  String answer(int number) {
    return body.formatted(Mark.of(number));
  }

  /** Whether what it gives has to be given back one day, so that it must not be given twice. */
  boolean acquires() {
    return this == INVENTORY || this == PAYMENT || this == BOOKING;
  }
}
