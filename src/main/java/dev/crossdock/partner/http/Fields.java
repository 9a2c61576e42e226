package dev.crossdock.partner.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.trade.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that a partner sent. Unknown ones are never looked at; null is the
 * same as absent. Everything here throws {@link Garbage} when a field is not what it has to be.
 *
 * @param where how the object is reached from the body: empty, or a path that ends in a slash
 */
record Fields(JsonNode node, String where) {
  private static final int DIGITS_MAX = 18;
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

  Fields {
    if (!node.isObject()) {
      throw new Garbage((where.isEmpty() ? "the body" : where) + " is no object");
    }
  }

  static Fields of(byte[] body) {
    return new Fields(Json.read(body), "");
  }

  String text(String name) {
    return required(name, optionalText(name));
  }

  /** A text that something can be named by. */
  String id(String name) {
    String id = text(name);
    if (id.isBlank()) {
      throw wrong(name, "is blank");
    }
    return id;
  }

  @Nullable String optionalText(String name) {
    return optional(name, JsonNode::isTextual, "is no text", JsonNode::textValue);
  }

  @Nullable Boolean optionalFlag(String name) {
    return optional(name, JsonNode::isBoolean, "is no boolean", JsonNode::booleanValue);
  }

  @Nullable Double optionalNumber(String name) {
    return optional(name, JsonNode::isNumber, "is no number", JsonNode::doubleValue);
  }

  int count(String name, int min) {
    return required(name, optionalCount(name, min));
  }

  @Nullable Integer optionalCount(String name, int min) {
    return optional(
        name,
        value -> isWhole(value) && value.intValue() >= min,
        "is no whole number from " + min,
        JsonNode::intValue);
  }

  Instant instant(String name) {
    return required(name, optionalInstant(name));
  }

  @Nullable Instant optionalInstant(String name) {
    String text = optionalText(name);
    return text == null ? null : parsed(name, text, Fields::instantOf);
  }

  @Nullable LocalDate optionalDate(String name) {
    String text = optionalText(name);
    return text == null ? null : parsed(name, text, LocalDate::parse);
  }

  <E extends Enum<E>> E oneOf(Class<E> values, String name) {
    return parsed(name, text(name), text -> Enum.valueOf(values, text));
  }

  /** An amount is text; a JSON number is understood too. */
  Money money(String name) {
    Fields money = object(name);
    JsonNode amount = money.node.path("amount");
    String digits = amount.isNumber() ? plain(amount.decimalValue()) : money.text("amount");
    if (!AMOUNT.matcher(digits).matches()) {
      throw wrong(name, "has no amount of at most " + DIGITS_MAX + " digits");
    }
    String currency = money.text("currency");
    return parsed(name, digits, text -> Money.of(text, currency));
  }

  Fields object(String name) {
    return required(name, optionalObject(name));
  }

  @Nullable Fields optionalObject(String name) {
    return optional(
        name, JsonNode::isObject, "is no object", value -> new Fields(value, where + name + "/"));
  }

  <T> List<T> list(String name, Function<Fields, T> reader) {
    return required(name, optionalList(name, reader));
  }

  <T> List<T> listOrEmpty(String name, Function<Fields, T> reader) {
    List<T> list = optionalList(name, reader);
    return list == null ? List.of() : list;
  }

  List<String> textsOrEmpty(String name) {
    List<String> texts =
        optional(
            name,
            array -> array.isArray() && array.valueStream().allMatch(JsonNode::isTextual),
            "is no array of texts",
            array -> array.valueStream().map(JsonNode::textValue).toList());
    return texts == null ? List.of() : texts;
  }

  private <T> @Nullable List<T> optionalList(String name, Function<Fields, T> reader) {
    return optional(name, JsonNode::isArray, "is no array", array -> elements(name, array, reader));
  }

  private <T> List<T> elements(String name, JsonNode array, Function<Fields, T> reader) {
    List<T> list = new ArrayList<>(array.size());
    for (JsonNode element : array) {
      list.add(reader.apply(new Fields(element, where + name + "/" + list.size() + "/")));
    }
    return List.copyOf(list);
  }

  private <T> @Nullable T optional(
      String name, Predicate<JsonNode> fits, String complaint, Function<JsonNode, T> reader) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!fits.test(value)) {
      throw wrong(name, complaint);
    }
    return reader.apply(value);
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw wrong(name, "is missing");
    }
    return value;
  }

  private <T> T parsed(String name, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(name, "cannot be understood");
    }
  }

  private Garbage wrong(String name, String what) {
    return new Garbage(where + name + " " + what);
  }

  /** 2.0 is a whole number too, as JSON Schema has it. */
  private static boolean isWhole(JsonNode value) {
    return value.canConvertToExactIntegral() && value.canConvertToInt();
  }

  /** RFC 3339 allows small letters. */
  private static Instant instantOf(String text) {
    return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
  }

  /** Never spells out a huge exponent: its scientific form is then refused as no amount. */
  private static String plain(BigDecimal number) {
    boolean huge = Math.abs((long) number.scale()) > DIGITS_MAX;
    return huge ? number.toString() : number.toPlainString();
  }
}
