package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who cannot reach the database is sent away, by one who can, and not at once. */
class AttendanceTest {
  private static final Set<String> ALL = Set.of("a:1", "b:1", "c:1");
  private static final Set<String> WITHOUT_C = Set.of("a:1", "b:1");

  private final AtomicLong now = new AtomicLong(-3);
  private final Attendance a = new Attendance("a:1", now::get);

  @Test
  void aMemberThatIsMissingForLongIsSentAway() {
    assertThat(a.toSendAway(ALL, WITHOUT_C)).isEmpty();
    pass(29);
    assertThat(a.toSendAway(ALL, WITHOUT_C)).isEmpty();
    pass(2);
    assertThat(a.toSendAway(ALL, WITHOUT_C)).containsExactly("c:1");
    assertThat(a.toSendAway(WITHOUT_C, WITHOUT_C)).isEmpty();
  }

  @Test
  void whoeverSignsAgainIsNotMissingAnyMore() {
    assertThat(a.toSendAway(ALL, WITHOUT_C)).isEmpty();
    pass(25);
    assertThat(a.toSendAway(ALL, ALL)).isEmpty();
    assertThat(a.toSendAway(ALL, WITHOUT_C)).isEmpty();
    pass(25);
    assertThat(a.toSendAway(ALL, WITHOUT_C)).isEmpty();
  }

  @Test
  void oneThatCouldNotLookKnowsNothing() {
    assertThat(a.toSendAway(ALL, WITHOUT_C)).isEmpty();
    pass(31);
    a.lookedAway();
    assertThat(a.toSendAway(ALL, WITHOUT_C)).isEmpty();
  }

  @Test
  void onlyTheFirstOfThoseWhoAreThereSendsAnybodyAway() {
    Attendance b = new Attendance("b:1", now::get);
    assertThat(b.toSendAway(ALL, WITHOUT_C)).isEmpty();
    pass(31);
    assertThat(b.toSendAway(ALL, WITHOUT_C)).isEmpty();
    assertThat(b.toSendAway(ALL, Set.of("b:1"))).containsExactly("c:1");
    pass(31);
    assertThat(b.toSendAway(ALL, Set.of("b:1"))).containsExactlyInAnyOrder("a:1", "c:1");
  }

  private void pass(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
