package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.estimate.BreakerStatus.State;
import dev.crossdock.estimate.Operation;
import dev.crossdock.estimate.OperationStatus;
import dev.crossdock.estimate.PartnerStatus;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a gateway writes down of its partner, for all who want to know how it is. */
final class TrafficTest {
  private static final Outcome DOWN = new Unanswered(Reach.MAYBE_ACTED_ON, "503", null);

  private final GatewayBench bench = new GatewayBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void showsWhatIsUnderWayAndWhatWaits() {
    bench.start(Map.of("concurrency-max", 1));
    bench.submit("a", 0);
    bench.submit("b", 5);
    await().until(() -> bench.status().inFlight() == 1);
    PartnerStatus status = bench.status();
    assertThat(status.queue().length()).isEqualTo(1);
    assertThat(status.queue().promises()).containsExactly(Sample.NOON.plus(Duration.ofMinutes(5)));
    assertThat(status.concurrencyMax()).isEqualTo(1);
  }

  @Test
  void timesAndCountsWhatIsAnswered() {
    bench.start(Map.of());
    bench.submit("a", 0);
    assertThat(bench.called()).isEqualTo("a");
    bench.complete("a");
    bench.answered();
    bench.fail(new Outcome.Refused("no", "never"), "b");
    await().until(() -> bench.status().mix().refused() == 1);
    OperationStatus checked = checked();
    assertThat(checked.mix().succeeded()).isEqualTo(1);
    assertThat(checked.answered().samples()).isEqualTo(2);
    assertThat(checked.unanswered().samples()).isZero();
    assertThat(checked.losses()).isZero();
  }

  @Test
  void showsAtOnceThatItsBreakerHasOpenedAndClosed() {
    bench.start(Map.of("breaker.calls-min", 2, "breaker.open", "60s"));
    bench.fail(DOWN, "a", "b");
    await().until(() -> bench.status().breaker().state() == State.OPEN);
    assertThat(bench.status().breaker().halfOpenAt()).isEqualTo(Sample.NOON.plusSeconds(60));
    assertThat(bench.status().breaker().outSince()).isEqualTo(Sample.NOON);
    assertThat(bench.status().mix().maybeActedOn()).isEqualTo(2);
    bench.rig.clock.pass(Duration.ofSeconds(61));
    for (String name : new String[] {"1", "2", "3", "4", "5"}) {
      bench.submit(name, 0);
      assertThat(bench.called()).isEqualTo(name);
      bench.complete(name);
      bench.answered();
    }
    await().until(() -> bench.status().breaker().state() == State.CLOSED);
    assertThat(bench.status().breaker().outSince()).isNull();
    assertThat(bench.rig.board.changes()).isPositive();
  }

  @Test
  void saysSinceWhenNobodyIsAnswered() {
    bench.start(Map.of());
    bench.fail(DOWN, "a", "b", "c", "d");
    bench.submit("again", 0);
    assertThat(bench.called()).isEqualTo("again");
    bench.complete("again");
    bench.answered();
    bench.fail(DOWN, "e", "f", "g", "h", "i");
    await().until(() -> bench.status().mix().maybeActedOn() == 9);
    assertThat(checked().silentSince()).isEqualTo(Sample.NOON);
    assertThat(checked().losses()).isBetween(0.2, 0.5);
  }

  @Test
  void metersCallsAndHowManyThereAre() {
    bench.start(Map.of("concurrency-max", 1));
    bench.fail(DOWN, "a");
    bench.submit("b", 0);
    bench.submit("c", 0);
    await().until(() -> bench.rig.meters.get("crossdock.partner.in.flight").gauge().value() == 1);
    assertThat(bench.rig.meters.get("crossdock.partner.queued").gauge().value()).isEqualTo(1);
    assertThat(bench.rig.meters.get("crossdock.partner.breaker").gauge().value()).isZero();
    var calls =
        bench
            .rig
            .meters
            .get("crossdock.partner.call")
            .tags("partner", "address", "operation", "validate-address")
            .tag("outcome", "maybe-acted-on");
    assertThat(calls.timer().count()).isEqualTo(1);
  }

  private OperationStatus checked() {
    return Objects.requireNonNull(bench.status().operations().get(Operation.VALIDATE_ADDRESS));
  }
}
