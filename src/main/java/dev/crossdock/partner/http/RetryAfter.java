package dev.crossdock.partner.http;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header Retry-After: seconds or a date. */
final class RetryAfter {
  private static final Duration MAX = Duration.ofHours(1);
  private static final Pattern SECONDS = Pattern.compile("[0-9]+");
  private static final int SECONDS_DIGITS_MAX = 9;

  private RetryAfter() {}

  /** 0 to 1 hour; null for what is in the past or cannot be understood. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    Duration wait = SECONDS.matcher(header).matches() ? seconds(header) : until(header, now);
    return wait == null || wait.isNegative() ? null : wait.compareTo(MAX) > 0 ? MAX : wait;
  }

  private static Duration seconds(String digits) {
    return digits.length() > SECONDS_DIGITS_MAX ? MAX : Duration.ofSeconds(Long.parseLong(digits));
  }

  private static @Nullable Duration until(String date, Instant now) {
    try {
      return Duration.between(now, ZonedDateTime.parse(date, RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
