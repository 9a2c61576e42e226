package dev.crossdock.webhook;

import dev.crossdock.journal.OrderKeys;
import dev.crossdock.ops.Supervision;
import dev.crossdock.ops.Supervision.Branch;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.WebhookSettings;
import dev.crossdock.view.ReadStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ShardedDaemonProcess;

/** Deliveries to merchants, as they run on one node of the cluster. */
public final class Deliveries {
  private final ReadStore store;
  private final HttpCouriers couriers;
  private final DeliveryParts parts;

  private Deliveries(ReadStore store, HttpCouriers couriers, DeliveryParts parts) {
    this.store = store;
    this.couriers = couriers;
    this.parts = parts;
  }

  /**
   * Opens the database and the client; nothing is delivered yet.
   *
   * @param keys that what is personal of orders is sealed with
   * @param dice rolls 0 to 1
   */
  public static Deliveries open(
      JournalSettings journal,
      WebhookSettings settings,
      OrderKeys keys,
      MeterRegistry registry,
      Clock clock,
      DoubleSupplier dice) {
    ReadStore store = ReadStore.open(journal, settings.connectionsMax());
    HttpCouriers couriers = HttpCouriers.create(settings, clock);
    return new Deliveries(
        store,
        couriers,
        new DeliveryParts(
            store,
            settings,
            RetryTable.standard(),
            couriers::courier,
            new Payloads(keys),
            new WebhookMeters(registry),
            clock,
            dice));
  }

  /** Begins to deliver: each worker runs on one node of the cluster, until the system stops. */
  public void start(ActorSystem<?> system, Supervision supervision) {
    Branch branch = supervision.root().child("webhooks", "supervisor");
    ShardedDaemonProcess.get(system)
        .init(
            Worker.Message.class,
            "webhooks",
            parts.settings().workers(),
            slot -> Worker.create(slot, parts, branch),
            new Worker.Stop());
  }

  /** Endpoints and what became of their messages. */
  public Webhooks webhooks() {
    return new StoredWebhooks(store, parts.settings(), parts.clock());
  }

  /** Closes what was opened; attempts that are under way are cut off, and made again later. */
  public CompletionStage<Void> close() {
    return couriers.close().whenComplete((done, failure) -> store.close());
  }
}
