package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told once more, and what is not. */
final class OutboxTest {
  private final Outbox<String, Integer> outbox = new Outbox<>();

  @Test
  void tellsWhatIsNewOrDifferentAtOnce() {
    assertThat(outbox.want(Map.of("a", 1, "b", 1))).isEqualTo(Map.of("a", 1, "b", 1));
    assertThat(outbox.want(Map.of("a", 1, "b", 2))).isEqualTo(Map.of("b", 2));
  }

  @Test
  void repeatsUntilItIsAcknowledged() {
    outbox.want(Map.of("a", 1));
    assertThat(outbox.unacknowledged()).isEqualTo(Map.of("a", 1));
    outbox.acknowledged("a", 1);
    assertThat(outbox.isEmpty()).isTrue();
  }

  @Test
  void takesNoAcknowledgementOfWhatWasWantedBefore() {
    outbox.want(Map.of("a", 1));
    outbox.want(Map.of("a", 2));
    outbox.acknowledged("a", 1);
    assertThat(outbox.unacknowledged()).isEqualTo(Map.of("a", 2));
  }

  @Test
  void repeatsWhatIsWantedDifferentlyAfterItWasAcknowledged() {
    outbox.want(Map.of("a", 1));
    outbox.acknowledged("a", 1);
    outbox.want(Map.of("a", 2));
    assertThat(outbox.unacknowledged()).isEqualTo(Map.of("a", 2));
  }

  @Test
  void forgetsWhatIsNotWantedAnyMore() {
    outbox.want(Map.of("a", 1));
    outbox.want(Map.of());
    assertThat(outbox.isEmpty()).isTrue();
  }
}
