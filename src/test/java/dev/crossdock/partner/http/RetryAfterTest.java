package dev.crossdock.partner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a partner asks to wait. */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "120, PT2M",
    "3601, PT1H",
    "99999999999999999999, PT1H",
    "'Mon, 23 Nov 2026 08:00:30 GMT', PT30S",
    "'Tue, 24 Nov 2026 08:00:30 GMT', PT1H",
  })
  void isSecondsOrADateAndAtMostAnHour(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "Mon, 23 Nov 2026 07:59:59 GMT"})
  void isNothingWhenItIsPastOrNotUnderstood(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isNull();
  }

  @Test
  void isNothingWhenAbsent() {
    assertThat(RetryAfter.parse(null, NOW)).isNull();
  }
}
