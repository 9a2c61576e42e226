package dev.crossdock.estimate;

import static dev.crossdock.estimate.SomePartners.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What a digest makes of samples: the new ones weigh most, and all are kept while they are few. */
class DigestTest {
  private final Digest digest = new Digest();

  @Test
  void knowsNothingAtFirst() {
    assertThat(digest.quantiles(NOON)).isSameAs(Quantiles.NONE);
    assertThat(Quantiles.NONE.samples()).isZero();
  }

  @Test
  void tellsQuantilesOfWhatItSaw() {
    IntStream.rangeClosed(1, 100).forEach(i -> record(10L * (1 + i * 37 % 100), NOON));
    Quantiles seen = digest.quantiles(NOON);
    assertThat(seen.samples()).isEqualTo(100);
    assertThat(seen.at(0.5).toMillis()).isCloseTo(500, Percentage.withPercentage(5));
    assertThat(seen.at(0.9).toMillis()).isCloseTo(900, Percentage.withPercentage(5));
    assertThat(seen.at(1).toMillis()).isCloseTo(1000, Percentage.withPercentage(5));
  }

  @Test
  void believesAPartnerThatHasBecomeSlowAfterAFewCalls() {
    IntStream.range(0, 1000).forEach(i -> record(100, NOON));
    IntStream.range(0, 40).forEach(i -> record(2000, NOON.plusSeconds(5)));
    assertThat(digest.quantiles(NOON.plusSeconds(6)).at(0.5).toMillis()).isGreaterThan(1900);
  }

  @Test
  void doesNotForgetForASingleSlowCall() {
    IntStream.range(0, 200).forEach(i -> record(100, NOON));
    record(2000, NOON);
    assertThat(digest.quantiles(NOON).at(0.5).toMillis()).isLessThan(110);
    assertThat(digest.quantiles(NOON).samples()).isEqualTo(201);
  }

  @Test
  void weighsWhatIsNewerMore() {
    for (int i = 0; i < 2000; i++) {
      record(i % 2 == 0 ? 100 : 300, NOON);
    }
    for (int i = 0; i < 128; i++) {
      record(i % 4 == 0 ? 100 : 300, NOON.plusSeconds(30));
    }
    assertThat(digest.quantiles(NOON.plusSeconds(31)).at(0.4).toMillis()).isGreaterThan(290);
  }

  @Test
  void fallsBackOnWhatIsOldWhenNothingNewIsThere() {
    IntStream.range(0, 10).forEach(i -> record(100, NOON));
    Quantiles later = digest.quantiles(NOON.plus(Duration.ofHours(5)));
    assertThat(later.at(0.5).toMillis()).isCloseTo(100, Percentage.withPercentage(2));
    IntStream.range(0, 10).forEach(i -> record(110, NOON.plus(Duration.ofHours(5))));
    assertThat(digest.quantiles(NOON.plus(Duration.ofHours(5))).at(0.3).toMillis())
        .isGreaterThanOrEqualTo(108);
  }

  @Test
  void takesNonsenseForTheNearestSense() {
    digest.record(Duration.ofMillis(-5), NOON.toEpochMilli());
    digest.record(Duration.ofDays(400), NOON.toEpochMilli());
    assertThat(digest.quantiles(NOON).at(0).toMillis()).isZero();
    assertThat(digest.quantiles(NOON).at(1)).isBetween(Duration.ofDays(59), Duration.ofDays(61));
  }

  private void record(long millis, Instant at) {
    digest.record(Duration.ofMillis(millis), at.toEpochMilli());
  }
}
