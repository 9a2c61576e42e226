package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.partner.Partner;
import dev.crossdock.settings.PartnerSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens past a gateway's bound. */
final class SupervisionTest {
  private final Rig rig = Rig.alone();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void restartsAGatewayWithinItsBound() {
    TestProbe<Partners> ready = rig.kit.createTestProbe(Partners.class);
    rig.spawn(supervisor(ready));
    var gateway = gateway(ready.receiveMessage());
    breakIt(gateway, 2);
    await().until(() -> rig.supervision.tree(9).children().getFirst().children().size() == 9);
    await().until(() -> restarts("address") == 2);
    assertThat(restarts("customer")).isZero();
  }

  @Test
  void failsUpwardPastTheBoundOfAGateway() {
    TestProbe<Partners> ready = rig.kit.createTestProbe(Partners.class);
    TestProbe<Throwable> failures = rig.kit.createTestProbe(Throwable.class);
    rig.spawn(parent(supervisor(ready), failures));
    breakIt(gateway(ready.receiveMessage()), 3);
    assertThat(failures.receiveMessage())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("gateway address is past mending");
  }

  @Test
  void stopsTheNodeInGoodOrderWhenTheGatewaysAreGivenUp() {
    CompletableFuture<Regions> started = new CompletableFuture<>();
    rig.spawn(
        Root.create(
            rig.settings.partners(),
            Map.of(),
            NodeBench.readSide(rig.settings),
            rig.surroundings(),
            context -> partner -> Pacer.unlimited(),
            started));
    await().until(started::isCompletedExceptionally);
    var shutdown = CoordinatedShutdown.get(rig.kit.system());
    assertThat(shutdown.getShutdownReason()).contains(Root.PAST_MENDING);
    await().until(() -> rig.kit.system().getWhenTerminated().toCompletableFuture().isDone());
  }

  private Behavior<Void> supervisor(TestProbe<Partners> ready) {
    Map<String, Partner> adapters = new HashMap<>();
    for (PartnerSettings partner : rig.settings.partners().values()) {
      adapters.put(partner.name(), call -> new CompletableFuture<>());
    }
    return Partners.supervisor(
        rig.settings.partners(),
        adapters,
        rig.surroundings(),
        any -> Pacer.unlimited(),
        ready.getRef()::tell);
  }

  private static Behavior<Void> parent(Behavior<Void> child, TestProbe<Throwable> failures) {
    return Behaviors.setup(
        context -> {
          context.watch(context.spawn(child, "partners"));
          return Behaviors.receive(Void.class)
              .onSignal(
                  ChildFailed.class,
                  failed -> {
                    failures.getRef().tell(failed.getCause());
                    return Behaviors.same();
                  })
              .build();
        });
  }

  private static ActorRef<Gateway.Message> gateway(Partners partners) {
    return java.util.Objects.requireNonNull(partners.gateway("address"));
  }

  /** The clock stops for whoever looks at it first, which is the gateway that gets a call. */
  private void breakIt(ActorRef<Gateway.Message> gateway, int times) {
    for (int i = 0; i < times; i++) {
      rig.clock.failOnce();
      gateway.tell(GatewayBench.anySubmit(rig));
      await().until(() -> !rig.clock.isFailing());
    }
  }

  private int restarts(String gateway) {
    return rig.supervision.tree(9).children().getFirst().children().stream()
        .filter(node -> node.name().equals(gateway))
        .findFirst()
        .orElseThrow()
        .restarts();
  }
}
