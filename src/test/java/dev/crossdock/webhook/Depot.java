package dev.crossdock.webhook;

import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import dev.crossdock.journal.Vendor;
import dev.crossdock.ops.Supervision;
import dev.crossdock.webhook.DeliveryLog.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.jspecify.annotations.Nullable;

/** All that delivers: tables, workers, couriers; and a merchant's server. */
final class Depot implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final Desk desk;
  final Receiver receiver;
  final HttpCouriers couriers;
  private @Nullable ActorTestKit kit;
  private Supervision supervision = new Supervision();

  Depot(Path directory) throws Exception {
    desk = new Desk(Vendor.H2, directory);
    receiver = Receiver.start();
    couriers = HttpCouriers.create(Desk.settings(), Clock.systemUTC());
  }

  Supervision supervision() {
    return supervision;
  }

  void start() {
    start(couriers::courier);
  }

  void start(Supplier<Courier> made) {
    ActorTestKit next =
        ActorTestKit.create(
            ConfigFactory.parseMap(
                    Map.of("pekko.loglevel", "ERROR", "pekko.actor.provider", "local"))
                .withFallback(ConfigFactory.load()));
    kit = next;
    supervision = new Supervision();
    for (int slot = 0; slot < Desk.settings().workers(); slot++) {
      next.spawn(
          Worker.create(
              slot, desk.parts(made), supervision.root().child("webhooks", "supervisor")));
    }
  }

  void stop() {
    if (kit != null) {
      kit.shutdownTestKit();
    }
  }

  void awaitState(WebhookEndpoint endpoint, State state) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !desk.log(endpoint).isEmpty()
                    && desk.log(endpoint).stream().allMatch(log -> log.state() == state));
  }

  void awaitAttempts(WebhookEndpoint endpoint, int attempts) {
    await()
        .atMost(PATIENCE)
        .until(() -> desk.log(endpoint).getLast().attempts().size() == attempts);
  }

  @Override
  public void close() {
    stop();
    couriers.close();
    receiver.close();
    desk.close();
  }
}
