package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A place where the pretend merchant has stock. */
enum Site {
  HELSINKI("HEL-1", "Vanha talvitie 10", "Helsinki", "00580", "FI"),
  TALLINN("TLL-1", "Suur-Sojamae 42", "Tallinn", "11415", "EE");

  private final String code;
  private final String street;
  private final String city;
  private final String postalCode;
  private final String countryCode;

  Site(String code, String street, String city, String postalCode, String countryCode) {
    this.code = code;
    this.street = street;
    this.city = city;
    this.postalCode = postalCode;
    this.countryCode = countryCode;
  }

  /** Everything lies in Helsinki but what is made to come from somewhere else. */
  static Site of(String sku) {
    return sku.startsWith("SPLIT-") ? TALLINN : HELSINKI;
  }

  ObjectNode toJson() {
    ObjectNode site = Json.object().put("code", code);
    site.putObject("address")
        .put("company", "Crossdock demo stock")
        .put("street1", street)
        .put("city", city)
        .put("postalCode", postalCode)
        .put("countryCode", countryCode);
    return site;
  }
}
