package dev.crossdock.api.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Tells one body from another, whatever the order of members and the white space, and however a
 * number is written. A member that is null counts as absent. Stored with orders: its result for a
 * body must never change.
 */
final class Fingerprint {
  private final StringBuilder canonical = new StringBuilder();

  private Fingerprint() {}

  /** 64 hexadecimal digits: the SHA-256 of the canonical form. */
  static String of(JsonNode body) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.write(body);
    byte[] bytes = fingerprint.canonical.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  private void write(JsonNode value) {
    if (value.isObject()) {
      writeObject(value);
    } else if (value.isArray()) {
      canonical.append('[');
      value.forEach(this::write);
      canonical.append(']');
    } else if (value.isTextual()) {
      writeText(value.textValue());
    } else if (value.isNumber()) {
      canonical.append('#').append(value.decimalValue().stripTrailingZeros()).append(';');
    } else {
      canonical.append(value.asText()).append(';');
    }
  }

  private void writeObject(JsonNode value) {
    TreeMap<String, JsonNode> members = new TreeMap<>();
    value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    canonical.append('{');
    members.forEach(
        (name, member) -> {
          if (!member.isNull()) {
            writeText(name);
            write(member);
          }
        });
    canonical.append('}');
  }

  private void writeText(String text) {
    canonical.append(text.length()).append(':').append(text);
  }
}
