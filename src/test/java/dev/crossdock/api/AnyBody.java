package dev.crossdock.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies of {@code POST /v1/orders}: a right one, and what a test changes in it. */
public final class AnyBody {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String RIGHT =
      """
      {
        "reference": "PO-10045",
        "customer": {"id": "cus_123", "name": "Ada Nyman", "email": "ada@example.com",
                     "phone": "+358 40 123 4567"},
        "lines": [
          {"lineId": "1", "sku": "SKU-1", "description": "Lamp", "quantity": 2,
           "unitPrice": {"amount": "19.90", "currency": "EUR"},
           "weight": {"value": 350, "unit": "GRM"}, "gtin": "4006381333931", "hsCode": "940520",
           "originCountry": "DE"}
        ],
        "shipTo": {"name": "Ada Nyman", "street1": "Mannerheimintie 1", "city": "Helsinki",
                   "postalCode": "00100", "countryCode": "FI"},
        "shipping": {"price": {"amount": "4.90", "currency": "EUR"}, "deliverBy": "2026-12-01",
                     "maxCost": {"amount": "9.00", "currency": "EUR"}},
        "tax": {"amount": "0.00", "currency": "EUR"},
        "discount": {"amount": "0.00", "currency": "EUR"},
        "payment": {"method": "tok_visa"},
        "flow": "parcel",
        "priority": "NORMAL",
        "releaseAt": null,
        "metadata": {"channel": "web"}
      }
      """;

  private AnyBody() {}

  /** All that may be said, all of it right: two lamps, 44.70 EUR in all. */
  public static String order() {
    return RIGHT;
  }

  /** The least that is needed. */
  public static String leanOrder() {
    return with(
        "customer",
        "{\"id\": \"c\"}",
        "lines/0/description",
        "",
        "lines/0/weight",
        "",
        "lines/0/gtin",
        "",
        "lines/0/hsCode",
        "",
        "lines/0/originCountry",
        "",
        "shipTo/name",
        "",
        "shipping",
        "",
        "tax",
        "",
        "discount",
        "",
        "flow",
        "",
        "priority",
        "",
        "releaseAt",
        "",
        "metadata",
        "");
  }

  /**
   * The right one with other values.
   *
   * @param changes pairs of a path without its first slash and JSON; nothing removes the member
   */
  public static String with(String... changes) {
    JsonNode body = read(RIGHT);
    for (int i = 0; i < changes.length; i += 2) {
      change(body, changes[i], changes[i + 1]);
    }
    return body.toString();
  }

  /** The right one with one more member, whatever its name. */
  static String withMember(String name, String json) {
    return ((ObjectNode) read(RIGHT)).set(name, read(json)).toString();
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static void change(JsonNode body, String path, String json) {
    int slash = path.lastIndexOf('/');
    JsonNode parent = slash < 0 ? body : body.at("/" + path.substring(0, slash));
    String name = path.substring(slash + 1);
    if (parent instanceof ArrayNode array) {
      array.insert(Integer.parseInt(name), read(json));
    } else if (json.isEmpty()) {
      ((ObjectNode) parent).remove(name);
    } else {
      ((ObjectNode) parent).set(name, read(json));
    }
  }
}
