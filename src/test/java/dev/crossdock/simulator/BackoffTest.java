package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a callback waits for its next try. */
class BackoffTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "5, 16", "6, 30", "7, 30", "1000, 30"})
  void doublesFromOneSecondToThirty(int tries, int seconds) {
    assertThat(Backoff.after(tries)).hasSeconds(seconds);
  }
}
