package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A node that stood still calls nobody before it knows that the others have not gone on. */
class VigilTest {
  private final AtomicLong now = new AtomicLong(-7);
  private boolean alone;
  private boolean seesAll = true;
  private final Vigil vigil = new Vigil(now::get, () -> alone, () -> seesAll);
  private final Pacer pacer = vigil.before(Pacer.unlimited());

  @Test
  void calmTimesHoldNobodyUp() {
    pass(Duration.ofMinutes(1));
    assertThat(pacer.ask()).isZero();
    seesAll = false;
    pass(Duration.ofSeconds(20));
    assertThat(pacer.ask()).isZero();
  }

  @Test
  void afterAPauseItWaitsUntilTheOthersAreHeardOf() {
    standStill(Duration.ofSeconds(20));
    assertThat(pacer.ask()).isPositive();
    pass(Duration.ofSeconds(6));
    assertThat(pacer.ask()).isPositive();
    pass(Duration.ofSeconds(3));
    assertThat(pacer.ask()).isZero();
  }

  @Test
  void whileSomebodyIsUnreachableItGoesOnWaiting() {
    standStill(Duration.ofSeconds(20));
    vigil.look();
    seesAll = false;
    pass(Duration.ofSeconds(30));
    assertThat(pacer.ask()).isPositive();
    seesAll = true;
    pass(Duration.ofSeconds(1));
    assertThat(pacer.ask()).isZero();
  }

  @Test
  void aShortPauseIsNone() {
    standStill(Duration.ofSeconds(4));
    assertThat(pacer.ask()).isZero();
  }

  @Test
  void aNodeThatIsAloneHasNothingToFear() {
    alone = true;
    standStill(Duration.ofHours(8));
    assertThat(pacer.ask()).isZero();
  }

  private void standStill(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private void pass(Duration time) {
    long until = now.get() + time.toNanos();
    while (now.addAndGet(Duration.ofMillis(500).toNanos()) <= until) {
      vigil.look();
    }
  }
}
