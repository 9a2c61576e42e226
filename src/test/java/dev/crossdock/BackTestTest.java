package dev.crossdock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.estimate.Forecasts.Score;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The back-test can be run, and hears an estimate of each order. How good they are it does not ask.
 */
class BackTestTest {
  private static final int ORDERS = 24;

  @Test
  void hearsOfEveryOrderWhenItWillBeThere() throws IOException {
    BackTest.Outcome outcome = BackTest.run(BackTest.Scenario.STEADY, ORDERS, 12);
    assertThat(outcome.delivered()).isEqualTo(ORDERS);
    Score score = outcome.forecasts().confirmation(outcome.warm());
    assertThat(score.estimates()).isPositive();
    assertThat(score.p90()).isGreaterThanOrEqualTo(score.p50());
  }
}
