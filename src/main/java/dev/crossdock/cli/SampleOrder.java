package dev.crossdock.cli;

/** An order to try with. */
final class SampleOrder {
  private static final String BODY =
      """
      {
        "reference": "REFERENCE",
        "customer": {"id": "cus_123", "name": "Ada Nyman", "email": "ada@example.com"},
        "lines": [
          {"lineId": "1", "sku": "SKU-1", "description": "Lamp", "quantity": 2,
           "unitPrice": {"amount": "19.90", "currency": "EUR"},
           "weight": {"value": 350, "unit": "GRM"}}
        ],
        "shipTo": {"name": "Ada Nyman", "street1": "Mannerheimintie 1", "city": "Helsinki",
                   "postalCode": "00100", "countryCode": "FI"},
        "shipping": {"price": {"amount": "4.90", "currency": "EUR"}},
        "payment": {"method": "tok_visa"}
      }\
      """;

  private SampleOrder() {}

  /** Its body, as JSON. */
  static String body(String reference) {
    return BODY.replace("REFERENCE", reference);
  }

  /** A command to paste. */
  static String curl(String url) {
    return "curl -i "
        + url
        + "/v1/orders -H 'Content-Type: application/json' -H \"Idempotency-Key: $(date +%s%N)\""
        + " -d '"
        + body("PO-10045")
        + "'";
  }
}
