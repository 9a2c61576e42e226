package dev.crossdock.it;

/** Orders as a shop's system writes them. */
final class Wanted {
  private static final String LAMP =
      """
      {"lineId": "1", "sku": "SKU-1", "description": "Lamp", "quantity": 2,
       "unitPrice": {"amount": "19.90", "currency": "EUR"}, "weight": {"value": 350, "unit": "GRM"}}
      """;
  private static final String CHAIR =
      """
      {"lineId": "2", "sku": "SPLIT-1", "description": "Chair", "quantity": 1,
       "unitPrice": {"amount": "80.00", "currency": "EUR"}, "weight": {"value": 4, "unit": "KGM"}}
      """;
  private static final String ORDER =
      """
      {
        "reference": "%s",
        "customer": {"id": "cus_123", "name": "Ada Nyman", "email": "ada@example.com"},
        "lines": [%s],
        "shipTo": {"name": "Ada Nyman", "street1": "Mannerheimintie 1", "city": "Helsinki",
                   "postalCode": "00100", "countryCode": "FI"},
        "shipping": {"price": {"amount": "4.90", "currency": "EUR"}},
        "payment": {"method": "tok_visa"}
      }
      """;

  private Wanted() {}

  /** Two lamps from one location, 44.70 EUR together with their shipping. */
  static String lamps(String reference) {
    return ORDER.formatted(reference, LAMP);
  }

  /** Two lamps and a chair that stands somewhere else, 124.70 EUR. */
  static String lampsAndChair(String reference) {
    return ORDER.formatted(reference, LAMP + "," + CHAIR);
  }
}
