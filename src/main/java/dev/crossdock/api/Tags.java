package dev.crossdock.api;

import java.util.Arrays;

/** Entity tags of what has versions. */
final class Tags {
  private Tags() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Whether the client has that version already, as its {@code If-None-Match} says. */
  static boolean has(Exchange exchange, long version) {
    return exchange
        .header("If-None-Match")
        .filter(
            value ->
                Arrays.stream(value.split(","))
                    .map(tag -> tag.strip().replaceFirst("^W/", ""))
                    .anyMatch(tag -> tag.equals("*") || tag.equals(of(version))))
        .isPresent();
  }
}
