package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** There is one cluster, whoever cannot reach whom. */
class BelongingTest {
  private static final List<String> SEEDS = List.of("a:1", "b:1", "c:1");

  private final AtomicLong now = new AtomicLong(-5);
  private final Belonging a = new Belonging("a:1", SEEDS, now::get);

  @Test
  void formsAClusterOnlyWhenNobodyElseLives() {
    assertThat(a.whomToAsk(Set.of())).isEqualTo(SEEDS);
    assertThat(a.whomToAsk(Set.of("a:1"))).isEqualTo(SEEDS);
    assertThat(a.whomToAsk(Set.of("a:1", "c:1", "b:1"))).containsExactly("b:1", "c:1");
    assertThat(a.whomToAsk(Set.of("x:9"))).containsExactly("x:9");
  }

  @Test
  void theSmallerOfTwoClustersIsGivenUpAfterAWhile() {
    assertThat(a.isSurplus(Set.of("a:1"), Set.of("a:1", "b:1", "c:1"))).isFalse();
    pass(30);
    assertThat(a.isSurplus(Set.of("a:1"), Set.of("a:1", "b:1", "c:1"))).isFalse();
    pass(11);
    assertThat(a.isSurplus(Set.of("a:1"), Set.of("a:1", "b:1", "c:1"))).isTrue();
  }

  @Test
  void theLargerOneGoesOn() {
    assertThat(a.isSurplus(Set.of("a:1", "b:1"), Set.of("a:1", "b:1", "c:1"))).isFalse();
    pass(60);
    assertThat(a.isSurplus(Set.of("a:1", "b:1"), Set.of("a:1", "b:1", "c:1"))).isFalse();
  }

  @Test
  void ofEqualOnesThatWithTheLowestAddressGoesOn() {
    Belonging b = new Belonging("b:1", SEEDS, now::get);
    assertThat(a.isSurplus(Set.of("a:1"), Set.of("a:1", "b:1"))).isFalse();
    assertThat(b.isSurplus(Set.of("b:1"), Set.of("a:1", "b:1"))).isFalse();
    pass(60);
    assertThat(a.isSurplus(Set.of("a:1"), Set.of("a:1", "b:1"))).isFalse();
    assertThat(b.isSurplus(Set.of("b:1"), Set.of("a:1", "b:1"))).isTrue();
  }

  @Test
  void whoLeavesOrComesIsNoOtherCluster() {
    assertThat(a.isSurplus(Set.of("a:1"), Set.of("a:1", "b:1", "c:1"))).isFalse();
    pass(30);
    assertThat(a.isSurplus(Set.of("a:1", "b:1", "c:1"), Set.of("a:1", "b:1", "c:1"))).isFalse();
    pass(30);
    assertThat(a.isSurplus(Set.of("a:1"), Set.of("a:1", "b:1", "c:1"))).isFalse();
  }

  private void pass(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
