package dev.crossdock.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One object of the configuration, read key by key. A fault is noted and something harmless
 * returned in its place, so that one reading finds all faults. A key that nobody asked for is
 * unknown: {@link #done} says so.
 */
final class Section {
  private static final ConfigObject NOTHING = ConfigValueFactory.fromMap(Map.of());

  private final String path;
  private final ConfigObject object;
  private final @Nullable Section otherwise;
  private final Faults faults;
  private final SortedSet<String> asked = new TreeSet<>();

  /**
   * @param otherwise where a key is looked for that this section does not have
   */
  Section(String path, ConfigObject object, @Nullable Section otherwise, Faults faults) {
    this.path = path;
    this.object = object;
    this.otherwise = otherwise;
    this.faults = faults;
  }

  /** The keys that have a value here. */
  Set<String> keys() {
    SortedSet<String> keys = new TreeSet<>();
    object.forEach(
        (key, value) -> {
          if (value.valueType() != ConfigValueType.NULL) {
            keys.add(key);
          }
        });
    return keys;
  }

  /** The section under the key, empty if there is none; it falls back as this one does. */
  Section section(String key) {
    boolean fallsBack = otherwise != null && otherwise.isSection(key);
    return section(key, otherwise != null && fallsBack ? otherwise.section(key) : null);
  }

  Section section(String key, @Nullable Section fallback) {
    asked.add(key);
    ConfigValue value = object.get(key);
    if (value instanceof ConfigObject inner) {
      return new Section(pathOf(key), inner, fallback, faults);
    }
    if (value != null && value.valueType() != ConfigValueType.NULL) {
      fault(key, shown(value) + " is not a section { … }");
      return new Section(pathOf(key), NOTHING, fallback, new Faults());
    }
    ConfigObject nothing = NOTHING.withOrigin(object.origin());
    return new Section(pathOf(key), nothing, fallback, faults);
  }

  /** Whether the value of the key is a section. */
  boolean isSection(String key) {
    return find(key).map(it -> it.value() instanceof ConfigObject).orElse(false);
  }

  /** Whether the key has a value in this very section. */
  boolean hasItself(String key) {
    asked.add(key);
    return keys().contains(key);
  }

  /** Whether the key has a value. */
  boolean has(String key) {
    return find(key).isPresent();
  }

  String text(String key) {
    return read(key, "", "a text", it -> it.atKey("it").getString("it"));
  }

  List<String> texts(String key) {
    return read(key, List.of(), "a list of texts", it -> it.atKey("it").getStringList("it"));
  }

  boolean flag(String key) {
    return read(key, false, "true or false", it -> it.atKey("it").getBoolean("it"));
  }

  int whole(String key, int min, int max) {
    double number = number(key, min, max);
    if (number != Math.rint(number)) {
      fault(key, number + " is not a whole number");
    }
    return (int) number;
  }

  double number(String key, double min, double max) {
    double number = read(key, min, "a number", it -> it.atKey("it").getDouble("it"));
    return within(key, number, min, max) ? number : min;
  }

  Duration duration(String key, Duration min, Duration max) {
    Duration duration = read(key, min, "a duration such as 10s", Section::withUnit);
    return within(key, duration, min, max) ? duration : min;
  }

  int bytes(String key, int min, int max) {
    long bytes = read(key, (long) min, "a size such as 256k", it -> it.atKey("it").getBytes("it"));
    return within(key, bytes, (long) min, (long) max) ? (int) bytes : min;
  }

  /** Notes a fault of the key, or of the section where it should be. */
  void fault(String key, String what) {
    Found found = find(key).orElse(null);
    if (found == null) {
      ConfigValue unset = object.get(key);
      faults.add(unset == null ? object.origin() : unset.origin(), pathOf(key), what);
    } else if (!Unset.isIn(found.value())) {
      faults.add(found.value().origin(), found.where().pathOf(key), what);
    }
  }

  /** Notes a fault of the section as a whole. */
  void fault(String what) {
    faults.add(object.origin(), path, what);
  }

  /** Notes every key that was never asked for. */
  void done() {
    SortedSet<String> known = new TreeSet<>(asked);
    object.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            faults.add(value.origin(), pathOf(key), "unknown key; " + hint(key, known));
          }
        });
  }

  private String hint(String key, SortedSet<String> known) {
    return Nearest.to(key, known)
        .map(it -> "did you mean " + pathOf(it) + "?")
        .orElseGet(() -> "known here: " + String.join(", ", known));
  }

  private interface Reading<T> {
    T of(ConfigValue value);
  }

  private record Found(Section where, ConfigValue value) {}

  private Optional<Found> find(String key) {
    asked.add(key);
    ConfigValue value = object.get(key);
    if (value == null) {
      return otherwise == null ? Optional.empty() : otherwise.find(key);
    }
    boolean absent = value.valueType() == ConfigValueType.NULL;
    return absent ? Optional.empty() : Optional.of(new Found(this, value));
  }

  private <T> T read(String key, T instead, String expected, Reading<T> reading) {
    Optional<Found> found = find(key);
    if (found.isEmpty()) {
      fault(key, "missing; needs " + expected);
      return instead;
    }
    try {
      return reading.of(found.get().value());
    } catch (ConfigException e) {
      fault(key, shown(found.get().value()) + " is not " + expected);
      return instead;
    }
  }

  private <T extends Comparable<T>> boolean within(String key, T value, T min, T max) {
    if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
      return true;
    }
    fault(key, shown(value) + " is not between " + shown(min) + " and " + shown(max));
    return false;
  }

  /** A bare number would silently be taken for milliseconds. */
  private static Duration withUnit(ConfigValue value) {
    String text = String.valueOf(value.unwrapped()).strip();
    if (text.isEmpty() || Character.isDigit(text.charAt(text.length() - 1))) {
      throw new ConfigException.BadValue(value.origin(), "it", "no unit");
    }
    return value.atKey("it").getDuration("it");
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + ConfigUtil.joinPath(key);
  }

  private static String shown(ConfigValue value) {
    return value.render(ConfigRenderOptions.concise());
  }

  private static String shown(Object value) {
    return switch (value) {
      case Duration duration -> shown(duration);
      case Double number when number == Math.rint(number) -> Long.toString(number.longValue());
      case Object other -> other.toString();
    };
  }

  private static String shown(Duration duration) {
    boolean wholeDays = duration.equals(Duration.ofDays(duration.toDays()));
    if (wholeDays && !duration.isZero()) {
      return duration.toDays() + "d";
    }
    boolean wholeSeconds = duration.equals(Duration.ofSeconds(duration.toSeconds()));
    return wholeSeconds ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }
}
