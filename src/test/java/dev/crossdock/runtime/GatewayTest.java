package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a gateway lets through to its partner, in which order, and what it answers itself. */
final class GatewayTest {
  private static final Outcome DOWN = new Unanswered(Reach.MAYBE_ACTED_ON, "503", null);
  private static final Outcome SLOWER =
      new Unanswered(Reach.NOT_ACTED_ON, "429", Duration.ofSeconds(1));

  private final GatewayBench bench = new GatewayBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void letsThroughSoManyAtOnce() {
    bench.start(Map.of("concurrency-max", 2));
    bench.submit("a", 0);
    bench.submit("b", 0);
    bench.submit("c", 0);
    assertThat(bench.called()).isEqualTo("a");
    assertThat(bench.called()).isEqualTo("b");
    bench.calledNoMore();
    bench.complete("b");
    assertThat(bench.called()).isEqualTo("c");
  }

  @Test
  void letsTheNearestPromiseGoFirstAndElseWhoeverCameFirst() {
    bench.start(Map.of("concurrency-max", 1));
    bench.submit("first", 0);
    bench.submit("late", 90);
    bench.submit("soon", 10);
    bench.submit("soon too", 10);
    for (String name : new String[] {"first", "soon", "soon too", "late"}) {
      assertThat(bench.called()).isEqualTo(name);
      bench.complete(name);
    }
  }

  @Test
  void turnsAwayWhatItsQueueCannotHold() {
    bench.start(Map.of("concurrency-max", 1, "queue-max", 1));
    bench.submit("a", 0);
    bench.submit("b", 0);
    bench.submit("c", 0);
    assertThat(bench.heldBack()).isEqualTo("c");
  }

  @Test
  void answersWhatHasQueuedForTooLong() {
    bench.start(Map.of("concurrency-max", 1, "queue-max", 1));
    bench.submit("a", 0);
    bench.submit("b", 0);
    bench.submit("c", 0);
    assertThat(bench.heldBack()).isEqualTo("c");
    bench.rig.clock.pass(Duration.ofSeconds(31));
    assertThat(bench.called()).isEqualTo("a");
    bench.complete("a");
    assertThat(bench.answered().call().key()).isEqualTo("a");
    assertThat(bench.heldBack()).isEqualTo("b");
  }

  @Test
  void sendsNothingThatWasWithdrawn() {
    bench.start(Map.of("concurrency-max", 1));
    bench.submit("a", 0);
    Gateway.Submit b = bench.submit("b", 0);
    bench.submit("c", 0);
    assertThat(bench.called()).isEqualTo("a");
    assertThat(b.ticket().withdraw()).isTrue();
    bench.complete("a");
    assertThat(bench.called()).isEqualTo("c");
  }

  @Test
  void keepsToTheRate() {
    bench.start(Map.of("rate-limit.per-second", 0.001, "rate-limit.burst", 2));
    bench.submit("a", 0);
    bench.submit("b", 0);
    bench.submit("c", 0);
    assertThat(bench.called()).isEqualTo("a");
    assertThat(bench.called()).isEqualTo("b");
    bench.calledNoMore();
  }

  @Test
  void goesOnByItselfWhenTheRateAllows() {
    bench.start(Map.of("rate-limit.per-second", 20, "rate-limit.burst", 1));
    bench.submit("a", 0);
    bench.submit("b", 0);
    bench.submit("c", 0);
    assertThat(bench.called()).isEqualTo("a");
    assertThat(bench.called()).isEqualTo("b");
    assertThat(bench.called()).isEqualTo("c");
  }

  @Test
  void waitsWhileSomethingElseGoesFirst() {
    AtomicBoolean rush = new AtomicBoolean(true);
    bench.startPacedBy(pacer -> pacer.after(rush::get));
    bench.submit("a", 0);
    bench.submit("b", 0);
    bench.calledNoMore();
    rush.set(false);
    assertThat(bench.called()).isEqualTo("a");
    assertThat(bench.called()).isEqualTo("b");
  }

  @Test
  void opensItsBreakerAndClosesItWhenThePartnerIsBack() {
    bench.start(breaker());
    bench.fail(DOWN, "a", "b");
    bench.submit("c", 0);
    assertThat(bench.heldBack()).isEqualTo("c");
    bench.rig.clock.pass(Duration.ofSeconds(61));
    for (String name : new String[] {"1", "2", "3", "4", "5"}) {
      bench.submit(name, 0);
      assertThat(bench.called()).isEqualTo(name);
    }
    bench.submit("too many", 0);
    assertThat(bench.heldBack()).isEqualTo("too many");
    for (String name : new String[] {"1", "2", "3", "4", "5"}) {
      bench.complete(name);
      assertThat(bench.answered().outcome()).isInstanceOf(Outcome.Succeeded.class);
    }
    bench.submit("d", 0);
    assertThat(bench.called()).isEqualTo("d");
  }

  @Test
  void takesARefusalAndACallForPatienceForSignsOfLife() {
    bench.start(breaker());
    bench.fail(SLOWER, "a", "b", "c");
    bench.fail(new Outcome.Refused("no-stock", "none left"), "d", "e");
    bench.submit("f", 0);
    assertThat(bench.called()).isEqualTo("f");
  }

  @Test
  void losesNoPermissionOfAHalfOpenBreakerToTheRate() {
    bench.start(
        Map.of(
            "breaker.calls-min", 2,
            "breaker.open", "60s",
            "rate-limit.per-second", 10,
            "rate-limit.burst", 2));
    bench.fail(DOWN, "a", "b");
    bench.rig.clock.pass(Duration.ofSeconds(61));
    for (String name : new String[] {"1", "2", "3", "4", "5", "6"}) {
      bench.submit(name, 0);
      assertThat(bench.called()).isEqualTo(name);
      bench.complete(name);
      bench.answered();
    }
  }

  @Test
  void spendsItsRetryBudgetOnlyOnWhatIsSent() {
    bench.start(breaker());
    bench.fail(DOWN, "a", "b");
    for (int i = 0; i < 200; i++) {
      bench.submitAgain("again " + i);
      bench.heldBack();
    }
    bench.rig.clock.pass(Duration.ofSeconds(61));
    bench.submitAgain("c");
    assertThat(bench.called()).isEqualTo("c");
  }

  @Test
  void bearsAnAdapterThatThrows() {
    bench.start(
        Map.of("concurrency-max", 1),
        call -> {
          throw new IllegalStateException("not today");
        });
    bench.submit("a", 0);
    assertThat(bench.answered().outcome()).isEqualTo(broken("java.lang.IllegalStateException"));
    bench.submit("b", 0);
    assertThat(bench.answered().call().key()).isEqualTo("b");
  }

  @Test
  void bearsAnAdapterThatFailsItsStage() {
    bench.start(
        Map.of("concurrency-max", 1),
        call -> CompletableFuture.failedFuture(new IllegalStateException("not today")));
    bench.submit("a", 0);
    assertThat(bench.answered().outcome()).isEqualTo(broken("java.lang.IllegalStateException"));
  }

  @Test
  void keepsItsBreakerAndItsBoundWhenItBeginsAnew() {
    bench.start(Map.of("concurrency-max", 1));
    bench.submit("a", 0);
    assertThat(bench.called()).isEqualTo("a");
    bench.submit("b", 0);
    await().until(() -> bench.status().queue().length() == 1);
    bench.breakIt();
    assertThat(bench.heldBack()).isEqualTo("b");
    bench.submit("c", 0);
    bench.calledNoMore();
    bench.complete("a");
    assertThat(bench.called()).isEqualTo("c");
  }

  private static Outcome broken(String what) {
    return new Unanswered(
        Reach.MAYBE_ACTED_ON, "the adapter failed: " + what + ": not today", null);
  }

  private static Map<String, Object> breaker() {
    return Map.of("breaker.calls-min", 2, "breaker.open", "60s");
  }
}
