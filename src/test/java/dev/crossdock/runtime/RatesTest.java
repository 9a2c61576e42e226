package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.settings.RateLimit;
import java.util.Map;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the one who shares a rate limit out gives to whom. */
class RatesTest {
  private final Rig rig = Rig.create();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void momentsAreGivenAwayOnceWhoeverAsks() {
    ActorRef<RateMessage> lessor =
        rig.spawn(Rates.lessor(Map.of("payment", new RateLimit(0.01, 2))));
    TestProbe<RateMessage> one = rig.kit.createTestProbe(RateMessage.class);
    TestProbe<RateMessage> other = rig.kit.createTestProbe(RateMessage.class);
    lessor.tell(new RateMessage.Lease("payment", 2, one.getRef()));
    lessor.tell(new RateMessage.Lease("payment", 1, other.getRef()));
    var first = one.expectMessageClass(RateMessage.Granted.class);
    var second = other.expectMessageClass(RateMessage.Granted.class);
    assertThat(first.waitNanos()).first().isEqualTo(0L);
    assertThat(first.waitNanos().getLast()).isBetween(90_000_000_000L, 100_000_000_000L);
    assertThat(second.waitNanos()).singleElement().isNotNull();
    assertThat(second.waitNanos().getFirst()).isBetween(190_000_000_000L, 200_000_000_000L);
  }

  @Test
  void aPartnerWithoutALimitIsNobodysBusiness() {
    ActorRef<RateMessage> lessor = rig.spawn(Rates.lessor(Map.of()));
    TestProbe<RateMessage> node = rig.kit.createTestProbe(RateMessage.class);
    lessor.tell(new RateMessage.Lease("payment", 1, node.getRef()));
    node.expectNoMessage();
  }
}
