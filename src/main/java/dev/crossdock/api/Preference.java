package dev.crossdock.api;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * How long a client is willing to wait: {@code Prefer: wait=N} (RFC 7240).
 *
 * @param patience zero when it did not say; at most a minute
 */
record Preference(Duration patience) {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Pattern ONE =
      Pattern.compile(
          "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)"
              + "(?:\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,;\"]*)))?"
              + "(?:\\s*;[^,\"]*(?:\"(?:[^\"\\\\]|\\\\.)*\"[^,\"]*)*)?\\s*(?:,|$)");

  /** Of all headers {@code Prefer}; the first that says it counts, and nonsense says nothing. */
  static Preference of(HttpRequest request) {
    for (HttpHeader header : request.getHeaders()) {
      if (header.is("prefer")) {
        Matcher one = ONE.matcher(header.value());
        for (int at = 0; at < header.value().length() && one.find(at); at = one.end()) {
          if (one.start() == at && one.group(1).equalsIgnoreCase("wait")) {
            return new Preference(seconds(one.group(2) == null ? one.group(3) : one.group(2)));
          }
        }
      }
    }
    return new Preference(Duration.ZERO);
  }

  boolean isGiven() {
    return !patience.isZero();
  }

  private static Duration seconds(@org.jspecify.annotations.Nullable String text) {
    if (text == null || !text.matches("[0-9]{1,9}")) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(text));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
