package dev.crossdock.api.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.problem.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object while they are read. What is absent, null or wrong reads as null;
 * what is wrong is a fault besides.
 */
final class Members {
  private final JsonNode object;
  private final String pointer;
  private final Faults faults;
  private final Set<String> known = new HashSet<>();

  private Members(JsonNode object, String pointer, Faults faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** Of the value at that place; null when it is no object, which is a fault. */
  static @Nullable Members of(JsonNode value, String pointer, Faults faults) {
    if (value.isObject()) {
      return new Members(value, pointer, faults);
    }
    faults.add(pointer, FaultCode.TYPE, "is not an object");
    return null;
  }

  /** The place of a member: its name is escaped as RFC 6901 asks. */
  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  Faults faults() {
    return faults;
  }

  void fault(String name, FaultCode code, String detail) {
    faults.add(at(name), code, detail);
  }

  /** Makes it a fault if one of these is absent. */
  Members need(String... names) {
    Arrays.stream(names)
        .filter(name -> value(name) == null)
        .forEach(name -> fault(name, FaultCode.REQUIRED, "is needed"));
    return this;
  }

  /** Makes every member that nobody has read a fault. */
  void refuseOthers() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                fault(name, FaultCode.UNKNOWN_FIELD, "is not known here");
              }
            });
  }

  @Nullable JsonNode value(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  @Nullable String text(String name, Rule rule) {
    JsonNode value = value(name);
    if (value == null || !isA(name, value.isTextual(), "a text")) {
      return null;
    }
    String text = value.textValue();
    var breach = rule.breach(text);
    breach.ifPresent(it -> fault(name, it.code(), it.detail()));
    return breach.isPresent() ? null : text;
  }

  @Nullable Integer whole(String name, int min, int max) {
    JsonNode value = value(name);
    if (value == null || !isA(name, value.isIntegralNumber(), "a whole number")) {
      return null;
    }
    BigDecimal number = value.decimalValue();
    return isWithin(name, number, BigDecimal.valueOf(min), BigDecimal.valueOf(max))
        ? (Integer) number.intValueExact()
        : null;
  }

  @Nullable BigDecimal number(String name, BigDecimal min, BigDecimal max) {
    JsonNode value = value(name);
    if (value == null || !isA(name, value.isNumber(), "a number")) {
      return null;
    }
    return isWithin(name, value.decimalValue(), min, max) ? value.decimalValue() : null;
  }

  @Nullable Boolean flag(String name) {
    JsonNode value = value(name);
    if (value == null || !isA(name, value.isBoolean(), "true or false")) {
      return null;
    }
    return value.booleanValue();
  }

  <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    JsonNode value = value(name);
    if (value == null || !isA(name, value.isTextual(), "a text")) {
      return null;
    }
    E[] all = type.getEnumConstants();
    for (E constant : all) {
      if (constant.name().equals(value.textValue())) {
        return constant;
      }
    }
    fault(name, FaultCode.ENUM, "is none of " + Arrays.toString(all));
    return null;
  }

  @Nullable Members object(String name) {
    JsonNode value = value(name);
    return value == null ? null : of(value, at(name), faults);
  }

  /** The objects of an array that can be read as such. */
  List<Members> objects(String name, int max) {
    JsonNode value = value(name);
    List<Members> all = new ArrayList<>();
    if (value == null || !isA(name, value.isArray(), "an array")) {
      return all;
    }
    if (value.size() > max) {
      fault(name, FaultCode.TOO_MANY, "has more than " + max);
      return all;
    }
    for (int i = 0; i < value.size(); i++) {
      Members one = of(value.get(i), at(name) + "/" + i, faults);
      if (one != null) {
        all.add(one);
      }
    }
    return all;
  }

  /** Names of all members there are. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private boolean isA(String name, boolean so, String what) {
    if (!so) {
      fault(name, FaultCode.TYPE, "is not " + what);
    }
    return so;
  }

  private boolean isWithin(String name, BigDecimal number, BigDecimal min, BigDecimal max) {
    if (number.compareTo(min) < 0) {
      fault(name, FaultCode.MINIMUM, "is less than " + min.toPlainString());
    } else if (number.compareTo(max) > 0) {
      fault(name, FaultCode.MAXIMUM, "is more than " + max.toPlainString());
    } else {
      return true;
    }
    return false;
  }
}
