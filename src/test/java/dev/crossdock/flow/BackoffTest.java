package dev.crossdock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waits between tries: exponential, jittered in full, bounded. */
class BackoffTest {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  @ParameterizedTest
  @CsvSource({"1, 200", "2, 400", "3, 800", "6, 6400", "7, 10000", "60, 10000"})
  void growsUpToItsBound(int tries, long mostMillis) {
    assertThat(BACKOFF.after(tries, 1, null)).isEqualTo(Duration.ofMillis(mostMillis));
  }

  @Test
  void isAnythingBetweenNothingAndTheBound() {
    assertThat(BACKOFF.after(3, 0.25, null)).isEqualTo(Duration.ofMillis(200));
    assertThat(BACKOFF.after(3, 0, null)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void doesNotOverflowHoweverOftenItWasTried() {
    Backoff slow = new Backoff(Duration.ofDays(1), Duration.ofDays(30));
    assertThat(slow.after(Integer.MAX_VALUE, 1, null)).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void whatThePartnerAsksForIsAddedToSoThatNotAllComeAtOnce() {
    assertThat(BACKOFF.after(1, 0.5, Duration.ofSeconds(30)))
        .isEqualTo(Duration.ofSeconds(30).plusMillis(100));
  }

  @Test
  void whatThePartnerAsksForIsForgottenWhenTheWaitIsLongerAnyway() {
    assertThat(BACKOFF.after(7, 1, Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(10));
  }
}
