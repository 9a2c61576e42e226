package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request body, read field by field: what the partner API requires and is not there is a 400. */
record Body(JsonNode node) {

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final List<String> WEIGHT_UNITS = List.of("GRM", "KGM", "ONZ", "LBR");

  String text(String name) {
    return optionalText(name).orElseThrow(() -> Refusal.invalid(name + " is required"));
  }

  Optional<String> optionalText(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Refusal.invalid(name + " must be a string");
    }
    return Optional.of(value.textValue());
  }

  Money money(String name) {
    Body money = object(name);
    String amount = money.matching("amount", AMOUNT);
    return new Money(new BigDecimal(amount), money.matching("currency", CURRENCY));
  }

  /** The address, checked, as it was sent. */
  Address address(String name) {
    Body address = object(name);
    return new Address(
        address.text("street1"),
        address.text("city"),
        address.text("postalCode"),
        address.matching("countryCode", COUNTRY),
        (ObjectNode) address.node());
  }

  List<Line> lines(String name) {
    List<Line> lines = new ArrayList<>();
    for (Body line : items(name)) {
      lines.add(new Line(line.text("lineId"), line.text("sku"), line.count("quantity")));
    }
    return lines;
  }

  /** What the parcels weigh together, in kilograms. */
  BigDecimal kilograms(String name) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Body parcel : items(name)) {
      sum = sum.add(parcel.object("weight").kilograms());
    }
    return sum;
  }

  private BigDecimal kilograms() {
    JsonNode value = node.path("value");
    if (!value.isNumber() || value.decimalValue().signum() <= 0) {
      throw Refusal.invalid("weight.value must be a number above zero");
    }
    String unit = text("unit");
    if (!WEIGHT_UNITS.contains(unit)) {
      throw Refusal.invalid("weight.unit must be one of " + WEIGHT_UNITS);
    }
    return value.decimalValue().multiply(new BigDecimal(kilogramsOf(unit)));
  }

  private static String kilogramsOf(String unit) {
    return switch (unit) {
      case "GRM" -> "0.001";
      case "ONZ" -> "0.0283495";
      case "LBR" -> "0.453592";
      default -> "1";
    };
  }

  private Body object(String name) {
    JsonNode value = node.path(name);
    if (!value.isObject()) {
      throw Refusal.invalid(name + " is required and must be an object");
    }
    return new Body(value);
  }

  private List<Body> items(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray() || value.isEmpty()) {
      throw Refusal.invalid(name + " is required and must have an item");
    }
    List<Body> items = new ArrayList<>();
    value.forEach(item -> items.add(new Body(item)));
    return items;
  }

  private String matching(String name, Pattern pattern) {
    String value = text(name);
    if (!pattern.matcher(value).matches()) {
      throw Refusal.invalid(name + " must match " + pattern);
    }
    return value;
  }

  private int count(String name) {
    JsonNode value = node.path(name);
    if (!value.isInt() || value.intValue() < 1) {
      throw Refusal.invalid(name + " is required and must be at least 1");
    }
    return value.intValue();
  }
}
