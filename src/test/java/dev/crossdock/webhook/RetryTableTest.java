package dev.crossdock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.order.SomeOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a message is tried again, and when it is given up. */
class RetryTableTest {
  private static final Instant NOW = SomeOrder.NOON;
  private final RetryTable table = RetryTable.standard();

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT5M",
    "3, PT30M",
    "4, PT2H",
    "5, PT5H",
    "6, PT10H",
    "7, PT14H",
    "8, PT20H",
    "9, PT24H"
  })
  void waitsAsTheSpecificationSays(int attempts, Duration wait) {
    assertThat(table.judge(new Answer.Status(500, null), attempts, NOW, () -> 0))
        .isEqualTo(new Verdict.Again(NOW.plus(wait), null));
  }

  @Test
  void waitsATenthLongerAtMost() {
    assertThat(table.judge(new Answer.Nothing("cut"), 2, NOW, () -> 1))
        .isEqualTo(new Verdict.Again(NOW.plusSeconds(330), null));
  }

  @Test
  void givesUpAfterTheTenthAttempt() {
    assertThat(table.judge(new Answer.Status(500, null), 10, NOW, () -> 0))
        .isEqualTo(new Verdict.GivenUp());
  }

  static Stream<Arguments> answers() {
    Verdict again = new Verdict.Again(NOW.plusSeconds(5), null);
    return Stream.of(
        Arguments.of(status(200), new Verdict.Delivered()),
        Arguments.of(status(204), new Verdict.Delivered()),
        Arguments.of(status(299), new Verdict.Delivered()),
        Arguments.of(status(301), again),
        Arguments.of(status(304), again),
        Arguments.of(status(400), again),
        Arguments.of(status(404), again),
        Arguments.of(status(410), new Verdict.Gone("the endpoint answered 410 Gone")),
        Arguments.of(status(500), again),
        Arguments.of(
            new Answer.Status(429, Duration.ofMinutes(2)),
            new Verdict.Again(NOW.plusSeconds(120), NOW.plusSeconds(120))),
        Arguments.of(
            new Answer.Status(503, Duration.ofSeconds(1)),
            new Verdict.Again(NOW.plusSeconds(5), NOW.plusSeconds(1))),
        Arguments.of(
            new Answer.Status(503, Duration.ofDays(9)),
            new Verdict.Again(NOW.plusSeconds(86_400), NOW.plusSeconds(86_400))),
        Arguments.of(new Answer.Status(500, Duration.ofHours(1)), again),
        Arguments.of(new Answer.Nothing("no connection"), again));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void knowsWhatAnAnswerMeans(Answer answer, Verdict verdict) {
    assertThat(table.judge(answer, 1, NOW, () -> 0)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "0, PT0S",
    "'Mon, 02 Mar 2026 12:00:30 GMT', PT30S",
  })
  void readsRetryAfter(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({"soon", "-1", "'Mon, 02 Mar 2026 11:00:00 GMT'", "99999999999"})
  void passesOverARetryAfterThatSaysNothing(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isNull();
  }

  private static Answer status(int code) {
    return new Answer.Status(code, null);
  }
}
