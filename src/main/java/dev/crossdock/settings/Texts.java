package dev.crossdock.settings;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Texts that must be of a certain form. */
final class Texts {
  private static final String SECRET_PREFIX = "whsec_";
  private static final int SECRET_BYTES_MIN = 24;
  private static final int SECRET_BYTES_MAX = 64;

  private Texts() {}

  static String host(Section section, String key) {
    String host = section.text(key);
    if (section.has(key) && (host.isBlank() || host.matches(".*[\\s/].*"))) {
      section.fault(key, "\"" + host + "\" is not a host name or address");
    }
    return host;
  }

  /** One of the labels; of no match, the nearest is named. */
  static <T> Optional<T> oneOf(Section section, String key, Map<String, T> labels) {
    String label = section.text(key);
    if (labels.containsKey(label)) {
      return Optional.ofNullable(labels.get(label));
    }
    if (section.has(key)) {
      section.fault(key, unknown(label, labels));
    }
    return Optional.empty();
  }

  /** The values of all labels that are known. */
  static <T> List<T> someOf(Section section, String key, Map<String, T> labels) {
    List<String> texts = section.texts(key);
    texts.stream()
        .filter(text -> !labels.containsKey(text))
        .forEach(text -> section.fault(key, unknown(text, labels)));
    return texts.stream().map(labels::get).filter(it -> it != null).toList();
  }

  /** {@code whsec_} and the base64 of 24 to 64 bytes, as the Standard Webhooks spec has it. */
  static Optional<Secret> secret(Section section, String key) {
    if (!section.has(key)) {
      return Optional.empty();
    }
    String text = section.text(key);
    if (!isSecret(text)) {
      section.fault(key, "is not whsec_ followed by the base64 of 24 to 64 bytes");
    }
    return Optional.of(new Secret(text));
  }

  private static boolean isSecret(String text) {
    if (!text.startsWith(SECRET_PREFIX)) {
      return false;
    }
    try {
      int bytes = Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length())).length;
      return bytes >= SECRET_BYTES_MIN && bytes <= SECRET_BYTES_MAX;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String unknown(String text, Map<String, ?> labels) {
    String hint =
        Nearest.to(text, labels.keySet())
            .map(it -> "did you mean " + it + "?")
            .orElseGet(() -> "known: " + String.join(", ", labels.keySet()));
    return "\"" + text + "\" is unknown; " + hint;
  }

  /** The labels of some constants, sorted. */
  static <T> Map<String, T> labels(T[] values, Function<T, String> label) {
    Map<String, T> labels = new TreeMap<>();
    Arrays.stream(values).forEach(value -> labels.put(label.apply(value), value));
    return labels;
  }
}
