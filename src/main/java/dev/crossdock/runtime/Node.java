package dev.crossdock.runtime;

import dev.crossdock.claim.Callbacks;
import dev.crossdock.estimate.Estimates;
import dev.crossdock.estimate.PartnersView;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.JournalSerializers;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Roster;
import dev.crossdock.ops.Health;
import dev.crossdock.ops.Supervision;
import dev.crossdock.order.Orders;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.settings.ClusterSettings;
import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.settings.RuntimeSettings;
import dev.crossdock.settings.Settings;
import dev.crossdock.shipment.Shipments;
import dev.crossdock.view.ReadSide;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.serialization.SerializationSetup;
import org.apache.pekko.serialization.SerializerDetails;

/**
 * A running node of Crossdock, without its HTTP side.
 *
 * @param supervision the tree that everything of this node is written down in
 * @param estimates when orders will be there, as it looks from this node
 * @param partners how they are, seen from this node
 */
public record Node(
    ActorSystem<?> system,
    Orders orders,
    Shipments shipments,
    Callbacks callbacks,
    Supervision supervision,
    Health health,
    Estimates estimates,
    PartnersView partners) {

  /**
   * Starts the actors; the stage completes once the shard regions are there.
   *
   * @param keys that what is personal of orders is sealed with
   * @param adapters one for each partner in the settings
   * @param roster where nodes with seeds say that they live
   * @param rush whether what can wait is to let new orders go first
   * @param meters where what is counted and measured is kept
   */
  public static CompletionStage<Node> start(
      Settings settings,
      Flows flows,
      OrderKeys keys,
      Map<String, Partner> adapters,
      ReadSide readSide,
      Roster roster,
      BooleanSupplier rush,
      MeterRegistry meters,
      Clock clock) {
    Supervision supervision = new Supervision();
    DoubleSupplier dice = () -> ThreadLocalRandom.current().nextDouble();
    Limits limits = limits(settings.runtime());
    StatusBoard board = new StatusBoard();
    CompletableFuture<Regions> started = new CompletableFuture<>();
    ActorSystem<?> system =
        ActorSystem.create(
            Root.create(
                settings.partners(),
                adapters,
                readSide,
                new Surroundings(clock, dice, supervision, limits, board, meters),
                context -> pacers(context, settings, rush),
                started),
            "crossdock",
            ActorSystemSetup.create(
                BootstrapSetup.create(NodeConfig.of(settings)),
                SerializationSetup.create(any -> serializers(flows, keys))));
    join(system, settings.cluster(), roster);
    failWith(system, started);
    return started.thenApply(
        regions -> {
          String name = Cluster.get(system).selfMember().address().hostPort();
          var live = new LiveEstimates(name, board, clock);
          return node(system, regions, supervision, limits, live);
        });
  }

  /** In a rush all wait but carriers: a round of rates has its deadline, and few are as far. */
  private static Function<PartnerSettings, Pacer> pacers(
      ActorContext<?> context, Settings settings, BooleanSupplier rush) {
    var pacers = Vigil.over(context.getSystem(), Rates.start(context, settings.partners()));
    return partner ->
        partner.kind() == PartnerKind.CARRIER
            ? pacers.apply(partner)
            : pacers.apply(partner).after(rush);
  }

  private static void join(ActorSystem<?> system, ClusterSettings settings, Roster roster) {
    if (settings.seeds().isEmpty()) {
      Cluster cluster = Cluster.get(system);
      cluster.manager().tell(Join.create(cluster.selfMember().address()));
    } else {
      Joining.start(system, roster, settings.seeds());
    }
  }

  private static void failWith(ActorSystem<?> system, CompletableFuture<?> started) {
    system
        .getWhenTerminated()
        .thenRun(() -> started.completeExceptionally(new IllegalStateException("it has stopped")));
  }

  /**
   * Whether it has stopped, or is about to, without having been told to: something below could not
   * be mended, or the others go on without it, or have sent it away.
   */
  public boolean wasGivenUp() {
    return CoordinatedShutdown.get(system)
        .getShutdownReason()
        .filter(
            why ->
                why == Root.PAST_MENDING
                    || why == CoordinatedShutdown.clusterDowningReason()
                    || why == CoordinatedShutdown.clusterLeavingReason())
        .isPresent();
  }

  private static Node node(
      ActorSystem<?> system,
      Regions regions,
      Supervision supervision,
      Limits limits,
      LiveEstimates live) {
    Journal journal = Journal.of(system);
    return new Node(
        system,
        new OrdersInShards(system, journal, regions.follower(), limits.askTimeout()),
        new ShipmentsInShards(system, limits.askTimeout()),
        new CallbacksInShards(system, limits.askTimeout()),
        supervision,
        new NodeHealth(system, journal),
        live,
        live);
  }

  private static Limits limits(RuntimeSettings runtime) {
    Limits standard = Limits.standard();
    return new Limits(
        runtime.passivateAfter(),
        runtime.tellAgain(),
        standard.askTimeout(),
        runtime.wakePerSecond(),
        standard.childRestartsMax(),
        standard.gatewayRestartsMax(),
        runtime.snapshotEvery());
  }

  static List<SerializerDetails> serializers(Flows flows, OrderKeys keys) {
    List<SerializerDetails> all = new ArrayList<>(JournalSerializers.details(() -> flows, keys));
    all.add(
        SerializerDetails.create(
            "crossdock-wire",
            new WireSerializer(() -> flows),
            List.of(
                Wire.class,
                dev.crossdock.order.OrderReply.class,
                dev.crossdock.shipment.ShipmentReply.class)));
    return all;
  }
}
