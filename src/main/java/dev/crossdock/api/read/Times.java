package dev.crossdock.api.read;

import dev.crossdock.api.problem.FaultCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads dates and times as RFC 3339 has them. */
final class Times {
  private static final Rule DATE =
      Rule.form(40, FaultCode.DATE, "is no date like 2026-12-01", "[0-9]{4}-[0-9]{2}-[0-9]{2}");
  static final Rule TIME =
      Rule.form(
          40,
          FaultCode.DATE_TIME,
          "is no time like 2026-12-01T08:00:00Z",
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

  private Times() {}

  static @Nullable LocalDate date(Members in, String name) {
    String text = in.text(name, DATE);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      in.fault(name, FaultCode.DATE, "is a day that is not in the calendar");
      return null;
    }
  }

  /** A time as it stands in a query. */
  static Optional<Instant> instant(String text) {
    try {
      return TIME.breach(text).isPresent()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static @Nullable Instant instant(Members in, String name) {
    String text = in.text(name, TIME);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      in.fault(name, FaultCode.DATE_TIME, "is a time that there never is");
      return null;
    }
  }
}
