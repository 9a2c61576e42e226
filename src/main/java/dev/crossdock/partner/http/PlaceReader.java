package dev.crossdock.partner.http;

import dev.crossdock.trade.Address;
import dev.crossdock.trade.Location;
import java.util.regex.Pattern;

/** Reads where something is. Pure; throws {@link Garbage}. */
final class PlaceReader {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private PlaceReader() {}

  static Location location(Fields fields) {
    return new Location(fields.id("code"), address(fields.object("address")));
  }

  static Address address(Fields fields) {
    return new Address(
        fields.optionalText("name"),
        fields.optionalText("company"),
        fields.text("street1"),
        fields.optionalText("street2"),
        fields.text("city"),
        fields.optionalText("stateCode"),
        fields.text("postalCode"),
        country(fields),
        fields.optionalText("phone"),
        fields.optionalText("email"),
        fields.optionalFlag("residential"));
  }

  private static String country(Fields fields) {
    String code = fields.text("countryCode");
    if (!COUNTRY.matcher(code).matches()) {
      throw new Garbage(fields.where() + "countryCode is not of two capital letters");
    }
    return code;
  }
}
