package dev.crossdock.simulator;

/** Requests of the partner API that are right but for what a test changes. */
final class Bodies {

  private Bodies() {}

  static String address(String city, String postalCode, String countryCode) {
    return """
    {"street1":"Mannerheimintie 1","city":"%s","postalCode":"%s","countryCode":"%s"}\
    """
        .formatted(city, postalCode, countryCode);
  }

  static String helsinki() {
    return address("Helsinki", "00100", "FI");
  }

  static String money(String amount) {
    return """
    {"amount":"%s","currency":"EUR"}\
    """
        .formatted(amount);
  }

  static String line(String lineId, String sku, int quantity) {
    return """
    {"lineId":"%s","sku":"%s","quantity":%d}\
    """
        .formatted(lineId, sku, quantity);
  }

  static String reservation(String orderId, String... lines) {
    return """
    {"orderId":"%s","lines":[%s],"shipTo":%s}\
    """
        .formatted(orderId, String.join(",", lines), helsinki());
  }

  static String authorization(String orderId, String token, String amount) {
    return """
    {"orderId":"%s","amount":%s,"paymentMethod":"%s","customerId":"cus_1"}\
    """
        .formatted(orderId, money(amount), token);
  }

  static String capture(String amount) {
    return """
    {"amount":%s}\
    """
        .formatted(money(amount));
  }

  static String rates(String shipmentId, String shipTo) {
    return """
    {"shipmentId":"%s","shipFrom":%s,"shipTo":%s,
     "parcels":[{"weight":{"value":1.5,"unit":"KGM"}}]}\
    """
        .formatted(shipmentId, helsinki(), shipTo);
  }

  static String booking(String orderId, String shipmentId, String rateId, String shipTo) {
    return """
    {"shipmentId":"%s","rateId":"%s","shipFrom":%s,"shipTo":%s,"reference":"%s",
     "parcels":[{"weight":{"value":900,"unit":"GRM"}}],"labelFormat":"ZPL"}\
    """
        .formatted(shipmentId, rateId, helsinki(), shipTo, orderId);
  }

  static String fulfillment(String orderId, String shipmentId, String sku, String trackingCode) {
    return """
    {"orderId":"%s","shipmentId":"%s","location":"HEL-1","lines":[%s],"trackingCode":"%s"}\
    """
        .formatted(orderId, shipmentId, line("1", sku, 2), trackingCode);
  }

  static String notification(String orderId) {
    return """
    {"orderId":"%s","template":"order-shipped","to":"a@example.com","data":{"n":"1"}}\
    """
        .formatted(orderId);
  }
}
