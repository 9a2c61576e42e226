package dev.crossdock.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.estimate.Forecasts.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Nine of ten orders come by the p90 that they were told, in a simulation that is always the same.
 */
class CalibrationTest {
  private static final int ORDERS = 1000;
  private static final Duration BETWEEN = Duration.ofMillis(300);
  private static final Instant WARM = SomePartners.NOON.plusSeconds(120);

  @Test
  void holdsWhileNothingChanges() {
    Forecasts forecasts = run(1, partners -> {});
    assertHolds(forecasts.confirmation(WARM));
    assertHolds(forecasts.delivery(WARM));
  }

  @Test
  void holdsWhenAPartnerBecomesSlow() {
    Forecasts forecasts = run(2, partners -> partners.slow(Duration.ofMinutes(3)));
    assertHolds(forecasts.confirmation(WARM));
    assertHolds(forecasts.delivery(WARM));
  }

  @Test
  void holdsThroughAnOutage() {
    Forecasts forecasts =
        run(3, partners -> partners.out(Duration.ofMinutes(3), Duration.ofMinutes(4)));
    assertHolds(forecasts.confirmation(WARM));
    assertHolds(forecasts.delivery(WARM));
  }

  private static void assertHolds(Score score) {
    assertThat(score.estimates()).isGreaterThan(1000);
    assertThat(score.p90()).as(score.toString()).isBetween(0.85, 0.95);
    assertThat(score.p50()).as(score.toString()).isBetween(0.4, 0.6);
  }

  private static Forecasts run(long seed, Consumer<VirtualPartners> trouble) {
    VirtualTime time = new VirtualTime();
    VirtualPartners partners = new VirtualPartners(time, seed);
    trouble.accept(partners);
    Forecasts forecasts = new Forecasts();
    for (int i = 0; i < ORDERS; i++) {
      VirtualOrder order = new VirtualOrder(i, time, partners, forecasts);
      time.after(BETWEEN.multipliedBy(i), order::place);
    }
    Duration end = BETWEEN.multipliedBy(ORDERS).plusSeconds(600);
    for (Duration at = Duration.ZERO; at.compareTo(end) < 0; at = at.plusMillis(500)) {
      time.after(at, partners::show);
    }
    time.run();
    return forecasts;
  }
}
