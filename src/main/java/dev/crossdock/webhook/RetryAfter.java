package dev.crossdock.webhook;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header Retry-After of merchants' answers: seconds or a date. */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /** Null for what is in the past or cannot be understood. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    if (SECONDS.matcher(header).matches()) {
      return Duration.ofSeconds(Long.parseLong(header));
    }
    try {
      Duration until =
          Duration.between(now, ZonedDateTime.parse(header, RFC_1123_DATE_TIME).toInstant());
      return until.isNegative() ? null : until;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
