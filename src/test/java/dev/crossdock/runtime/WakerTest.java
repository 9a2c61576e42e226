package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is woken after a start, and what becomes of a round that fails. */
final class WakerTest {
  private final Rig rig = Rig.inCluster();
  private final ManualTime time = ManualTime.get(rig.kit.system());
  private final AtomicInteger rounds = new AtomicInteger();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void wakesOrdersAndShipmentsAndTriesAgainWhatFailed() {
    rig.spawn(Waker.create(ids(), rig.letters(), rig.surroundings()));
    passUntilRound(1);
    rig.post.expectNoMessage(Duration.ofMillis(20));
    passUntilRound(2);
    assertThat(rig.post.receiveMessage())
        .isEqualTo(new Rig.Sent(Sample.ID, new OrderMessage.Wake()));
    assertThat(rig.post.receiveMessage())
        .isEqualTo(new Rig.Sent(Sample.ID.shipment(1), new ShipmentMessage.Wake()));
  }

  private void passUntilRound(int number) {
    await()
        .until(
            () -> {
              time.timePasses(Duration.ofSeconds(1));
              return rounds.get() == number;
            });
  }

  /** The journal fails in the first round. */
  private Source<String, NotUsed> ids() {
    return Source.lazySource(
            () ->
                rounds.incrementAndGet() == 1
                    ? Source.<String>failed(new IllegalStateException("no journal"))
                    : Source.from(
                        List.of(
                            "order|default:ord_1",
                            "claim|default:payment:authorization/1",
                            "shipment|default:shp_1-1")))
        .mapMaterializedValue(any -> NotUsed.getInstance());
  }
}
