package dev.crossdock.bench;

/** The order that everybody places: two lamps to Helsinki, 44.70 EUR with their shipping. */
final class WantedOrder {
  static final String TOTAL = "44.70";
  static final String CURRENCY = "EUR";

  private WantedOrder() {}

  /** The body of the request that places it. */
  static String body(int number) {
    return """
    {"reference":"%1$s","customer":{"id":"%1$s","name":"Ada Nyman","email":"%1$s@example.com"},\
    "lines":[{"lineId":"1","sku":"SKU-1","description":"Lamp","quantity":2,\
    "unitPrice":{"amount":"19.90","currency":"EUR"},"weight":{"value":350,"unit":"GRM"}}],\
    "shipTo":{"name":"Ada Nyman","street1":"%1$s Mannerheimintie","city":"Helsinki",\
    "postalCode":"00100","countryCode":"FI"},\
    "shipping":{"price":{"amount":"4.90","currency":"EUR"}},\
    "payment":{"method":"tok_visa"},"flow":"express"}\
    """
        .formatted(Mark.of(number));
  }
}
