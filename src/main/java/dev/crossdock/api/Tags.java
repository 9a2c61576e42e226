package dev.crossdock.api;

import java.util.Arrays;

/**
 * Entity tags of what has versions. A tag names a version of the order, not the bytes that show it:
 * when the order will be there is told as of the moment and changes while the version does not, so
 * a 304 says that nothing has happened, and who wants a new estimate asks without a tag or follows
 * the stream. By the letter of RFC 9110 such a tag is a weak one; it is written as a strong one
 * because only those work in If-Match, where it is the version that counts.
 */
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
