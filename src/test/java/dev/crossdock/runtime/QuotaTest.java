package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.settings.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Nodes that share a partner's rate limit keep to it together, with and without who shares it out.
 */
class QuotaTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long STEP = Duration.ofMillis(1).toNanos();

  private final AtomicLong now = new AtomicLong(123);
  private final List<Long> calls = new ArrayList<>();
  private boolean answers = true;

  @Test
  void threeNodesTogetherCallAsOftenAsOneMay() {
    List<Quota> nodes = nodes(3, new RateLimit(20, 1));
    pass(Duration.ofSeconds(10), nodes);
    assertThat(calls).hasSizeBetween(198, 201);
    assertThat(mostInASecond()).isLessThanOrEqualTo(21);
  }

  @Test
  void oneThatHasAllTheWorkHasAllTheLimit() {
    List<Quota> nodes = nodes(3, new RateLimit(20, 1));
    pass(Duration.ofSeconds(10), nodes.subList(0, 1));
    assertThat(calls).hasSizeBetween(195, 201);
  }

  @Test
  void aBurstIsEarnedByAPauseAndIsThatOfAllTogether() {
    List<Quota> nodes = nodes(3, new RateLimit(10, 6));
    pass(Duration.ofSeconds(5), List.of());
    pass(Duration.ofMillis(50), nodes);
    assertThat(calls).hasSizeBetween(4, 7);
    pass(Duration.ofSeconds(2), nodes);
    assertThat(mostInASecond()).isLessThanOrEqualTo(17);
  }

  @Test
  void withoutAnAnswerEachNodeGoesOnWithItsShare() {
    answers = false;
    List<Quota> nodes = nodes(4, new RateLimit(20, 4));
    pass(Duration.ofSeconds(12), nodes);
    assertThat(calls).hasSizeBetween(180, 210);
    assertThat(mostInASecond()).isLessThanOrEqualTo(28);
    calls.clear();
    answers = true;
    pass(Duration.ofSeconds(10), nodes);
    assertThat(calls).hasSizeBetween(180, 225);
  }

  private List<Quota> nodes(int count, RateLimit limit) {
    Schedule schedule = new Schedule(limit, now.get());
    List<Quota> nodes = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            node ->
                nodes.add(
                    new Quota(
                        limit,
                        now::get,
                        () -> count,
                        wanted -> {
                          if (answers) {
                            nodes.get(node).granted(reserved(schedule, wanted));
                          }
                        })));
    return nodes;
  }

  private List<Long> reserved(Schedule schedule, int count) {
    return LongStream.range(0, count).map(any -> schedule.reserve(now.get())).boxed().toList();
  }

  /** All of these have something to send at any time. */
  private void pass(Duration time, List<Quota> busy) {
    long until = now.get() + time.toNanos();
    while (now.addAndGet(STEP) < until) {
      busy.forEach(
          node -> {
            while (node.ask().isZero()) {
              calls.add(now.get());
            }
          });
    }
  }

  private long mostInASecond() {
    return calls.stream()
        .mapToLong(from -> calls.stream().filter(at -> at >= from && at < from + SECOND).count())
        .max()
        .orElse(0);
  }
}
