package dev.crossdock.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the gate lets in of what comes, before a server of a known speed, in time of its own. */
class IntakeGateTest {
  private static final Duration DELAY_MAX = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int CAPACITY = 100;

  private long nanos;
  private final IntakeGate gate = new IntakeGate(DELAY_MAX, PATIENCE, () -> nanos);
  private final Deque<CompletableFuture<Long>> queue = new ArrayDeque<>();
  private final List<Duration> delays = new ArrayList<>();
  private int turnedAway;

  @Test
  void letsInWhateverCanBeDone() {
    offer(CAPACITY * 9 / 10, 20);
    assertThat(turnedAway).isZero();
    assertThat(gate.rate()).isInfinite();
  }

  @Test
  void letsAShortBurstInWhole() {
    for (int i = 0; i < CAPACITY; i++) {
      arrive();
    }
    offer(CAPACITY / 2, 5);
    assertThat(turnedAway).isZero();
  }

  @Test
  void keepsTheQueueShortWhateverComes() {
    offer(5 * CAPACITY, 60);
    delays.clear();
    offer(5 * CAPACITY, 60);
    assertThat(delays).hasSizeGreaterThan(CAPACITY * 60 * 7 / 10);
    assertThat(delays.stream().sorted().toList().get(delays.size() * 95 / 100))
        .isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void letsAllInAgainWhenItIsOver() {
    offer(3 * CAPACITY, 20);
    assertThat(turnedAway).isPositive();
    assertThat(gate.turnedAway()).isEqualTo(turnedAway);
    offer(CAPACITY / 2, 20);
    turnedAway = 0;
    offer(CAPACITY / 2, 10);
    assertThat(turnedAway).isZero();
    assertThat(gate.rate()).isInfinite();
  }

  @Test
  void forgetsAQueueThatHasGoneWhileNobodyAsked() {
    for (int i = 0; i < CAPACITY; i++) {
      arrive();
    }
    offer(CAPACITY / 2, 1);
    queue.forEach(order -> order.complete(nanos));
    queue.clear();
    pass(PATIENCE.multipliedBy(10));
    offer(CAPACITY * 9 / 10, 5);
    assertThat(turnedAway).isZero();
  }

  @Test
  void tellsToComeAgainAtTheSpeedAtWhichOrdersAreDone() {
    offer(CAPACITY * 9 / 10, 10);
    while (gate.rate() == Double.POSITIVE_INFINITY) {
      offer(2 * CAPACITY, 1);
    }
    List<Duration> turns = new ArrayList<>();
    while (turns.size() <= 2 * CAPACITY) {
      gate.ask().ifPresent(turns::add);
    }
    assertThat(turns.getLast().minus(turns.getFirst()))
        .isBetween(Duration.ofMillis(1800), Duration.ofMillis(2300));
  }

  @Test
  void newOrdersGoFirstInARushAndNotForLong() {
    for (int i = 0; i < 63; i++) {
      arrive();
    }
    assertThat(gate.isRush()).isFalse();
    arrive();
    assertThat(gate.isRush()).isTrue();
    pass(Duration.ofSeconds(4));
    assertThat(gate.isRush()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(gate.isRush()).isFalse();
  }

  @Test
  void aRushEndsWithTheQueueAndIsFollowedByARest() {
    for (int i = 0; i < 100; i++) {
      arrive();
    }
    pass(Duration.ofSeconds(2));
    while (queue.size() > 16) {
      queue.remove().complete(nanos);
    }
    assertThat(gate.isRush()).isFalse();
    pass(Duration.ofMillis(1900));
    for (int i = 0; i < 100; i++) {
      arrive();
    }
    assertThat(gate.isRush()).isFalse();
    pass(Duration.ofMillis(100));
    arrive();
    assertThat(gate.isRush()).isTrue();
  }

  /** In each the server does new orders only, many times as fast, until hardly any is left. */
  @Test
  void seesAQueueThroughRushes() {
    for (int rushes = 0; rushes < 20 && turnedAway == 0; rushes++) {
      while (!gate.isRush() && turnedAway == 0) {
        arrive();
        arrive();
        queue.remove().complete(nanos);
        pass(Duration.ofMillis(1000 / CAPACITY));
      }
      for (int i = 0; gate.isRush(); i++) {
        arrive();
        pass(Duration.ofMillis(5));
        queue.removeLast().complete(nanos);
        if (i % 2 == 0) {
          queue.remove().complete(nanos);
        }
      }
    }
    assertThat(turnedAway).isPositive();
  }

  /** As with threads that do not take turns: every third that is done came last. */
  @Test
  void seesAQueueThoughSomeAreQuick() {
    for (int i = 0; i < 5000 && turnedAway == 0; i++) {
      arrive();
      arrive();
      Optional.ofNullable(i % 3 == 0 ? queue.pollLast() : queue.poll())
          .ifPresent(order -> order.complete(nanos));
      pass(Duration.ofMillis(1000 / CAPACITY));
    }
    assertThat(turnedAway).isPositive();
  }

  /** What was let in before has to be worked off first, and that is forgotten again. */
  @Test
  void letsInWhatCanBeDoneSoonAfterAQueueWasWorkedOff() {
    while (gate.rate() == Double.POSITIVE_INFINITY) {
      offer(6 * CAPACITY, 1);
    }
    offer(6 * CAPACITY, 30);
    turnedAway = 0;
    offer(6 * CAPACITY, 20);
    assertThat(6 * CAPACITY * 20 - turnedAway)
        .isBetween(CAPACITY * 20 * 7 / 10, CAPACITY * 20 * 11 / 10);
  }

  /** More wait than would be quick, and never more: whoever waits for an answer asks no more. */
  @Test
  void turnsAwayNobodyWhoWaitsForHisAnswers() {
    for (int i = 0; i < 60 * CAPACITY; i++) {
      while (queue.size() < CAPACITY / 12) {
        arrive();
      }
      pass(Duration.ofMillis(1000 / CAPACITY));
      queue.remove().complete(nanos);
    }
    assertThat(turnedAway).isZero();
  }

  @Test
  void keepsAlmostEverybodyOutWhileNothingIsDone() {
    for (int i = 0; i < 100; i++) {
      arrive();
      pass(Duration.ofMillis(100));
    }
    assertThat(gate.rate()).isEqualTo(20);
  }

  @Test
  void tellsEachToComeLaterThanTheOneBefore() {
    for (int i = 0; i < 100; i++) {
      arrive();
      pass(Duration.ofMillis(100));
    }
    List<Duration> turns = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      gate.ask().ifPresent(turns::add);
    }
    assertThat(turns).isSorted().allMatch(turn -> turn.compareTo(Duration.ofSeconds(1)) >= 0);
    assertThat(turns.get(10)).isLessThan(turns.get(20));
    assertThat(turns.getLast()).isEqualTo(Duration.ofMinutes(1));
  }

  /** So many a second for so long, before a server that does CAPACITY a second, in order. */
  private void offer(int perSecond, int seconds) {
    int millis = seconds * 1000;
    for (int i = 0; i < millis; i++) {
      if ((long) i * perSecond / 1000 != (long) (i + 1) * perSecond / 1000) {
        arrive();
      }
      if (i % (1000 / CAPACITY) == 0) {
        Optional.ofNullable(queue.poll()).ifPresent(order -> order.complete(nanos));
      }
      pass(Duration.ofMillis(1));
    }
  }

  private void arrive() {
    if (gate.ask().isPresent()) {
      turnedAway++;
      return;
    }
    long begun = nanos;
    CompletableFuture<Long> order = new CompletableFuture<>();
    queue.add(order);
    var unused =
        gate.timed(() -> order)
            .thenAccept(ended -> delays.add(Duration.ofNanos(ended - begun)))
            .toCompletableFuture();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
