package dev.crossdock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.ApiParts;
import dev.crossdock.api.HttpApi;
import dev.crossdock.api.server.HttpServer;
import dev.crossdock.api.server.RunningServer;
import dev.crossdock.api.write.EventView;
import dev.crossdock.cli.Running;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.FlowStore;
import dev.crossdock.journal.Migrations;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.http.HttpPartners;
import dev.crossdock.runtime.Node;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.settings.Settings;
import dev.crossdock.view.Projector;
import dev.crossdock.view.ReadSide;
import dev.crossdock.view.ReadSideParts;
import dev.crossdock.view.ReadStore;
import dev.crossdock.webhook.Deliveries;
import dev.crossdock.webhook.OutboxProjector;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;

/** Builds the object graph: the only place that knows all. */
final class Wiring {
  /** Requests under way when the node is stopped have so long to be answered. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

  private Wiring() {}

  /** Starts a node from the journal up; requests are taken once everything below them is there. */
  static CompletionStage<Running> start(Settings settings, Clock clock) {
    Flows flows = flows(settings);
    HttpPartners adapters = new HttpPartners(clock);
    Metering metering = new Metering();
    ReadSide readSide = readSide(settings, flows, metering.registry(), clock);
    Deliveries deliveries = deliveries(settings, metering.registry(), clock);
    return Node.start(
            settings,
            flows,
            adapters(settings.partners(), adapters),
            readSide,
            metering.registry(),
            clock)
        .thenCompose(
            node -> opened(settings, flows, node, readSide, deliveries, adapters, metering, clock));
  }

  /** Brings the schema along, and finds every version of every flow that orders may have. */
  private static Flows flows(Settings settings) {
    JournalSettings journal = settings.journal();
    String password = journal.password().value();
    Migrations.migrate(journal.url(), journal.user(), password);
    return new FlowStore(Vendor.dataSource(journal.url(), journal.user(), password))
        .register(settings.flows().values());
  }

  /** Whoever is to hear of each change once, whatever is rebuilt, is named here. */
  private static ReadSide readSide(
      Settings settings, Flows flows, MeterRegistry registry, Clock clock) {
    List<Projector> neverRebuilt = List.of(new OutboxProjector());
    return new ReadSide(
        new ReadSideParts(
            ReadStore.open(settings.journal(), settings.readSide().poolSize()),
            flows,
            settings.readSide(),
            kind -> PartnerSettings.nameOf(settings.partners().values(), kind),
            neverRebuilt,
            registry,
            clock));
  }

  private static Deliveries deliveries(Settings settings, MeterRegistry registry, Clock clock) {
    return Deliveries.open(
        settings.journal(),
        settings.webhooks(),
        registry,
        clock,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  private static Map<String, Partner> adapters(
      Map<String, PartnerSettings> partners, HttpPartners http) {
    Map<String, Partner> adapters = new TreeMap<>();
    partners.forEach(
        (name, partner) ->
            adapters.put(name, http.forPartner(name, partner.baseUrl(), partner.concurrencyMax())));
    return adapters;
  }

  private static CompletionStage<Running> opened(
      Settings settings,
      Flows flows,
      Node node,
      ReadSide readSide,
      Deliveries deliveries,
      HttpPartners adapters,
      Metering metering,
      Clock clock) {
    deliveries.start(node.system(), node.supervision());
    ApiParts parts =
        new ApiParts(
            node.orders(),
            node.shipments(),
            node.callbacks(),
            node.supervision(),
            node.health(),
            metering.metrics(),
            node.partners(),
            node.estimates(),
            flows,
            shown(EventCodec.orders(() -> flows)),
            settings.partners(),
            readSide,
            deliveries.webhooks(),
            settings.webhooks(),
            clock);
    HttpApi api = new HttpApi(node.system(), parts, settings.http());
    node.supervision().root().child("intake", "server");
    return HttpServer.start(node.system(), settings.http(), api.routes())
        .thenApply(server -> running(node, server, readSide, deliveries, adapters, metering));
  }

  /** Events are shown under the names, and in the form, that they are stored with. */
  private static EventView shown(EventCodec<OrderEvent> codec) {
    return new EventView() {
      @Override
      public String type(OrderEvent event) {
        return codec.type(event);
      }

      @Override
      public JsonNode data(OrderEvent event) {
        return codec.data(event);
      }
    };
  }

  /** Stops in good order: intake first, then the entities, then what they speak through. */
  private static Running running(
      Node node,
      RunningServer server,
      ReadSide readSide,
      Deliveries deliveries,
      HttpPartners adapters,
      Metering metering) {
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(node.system());
    shutdown.addTask(
        CoordinatedShutdown.PhaseServiceUnbind(), "intake", () -> server.stop(LAST_ANSWERS));
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
        "partners",
        () -> adapters.close().thenApply(closed -> Done.getInstance()));
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
        "webhooks",
        () -> deliveries.close().thenApply(closed -> Done.getInstance()));
    node.system().getWhenTerminated().thenRun(metering::close);
    var address = server.address();
    String url = "http://" + address.getHostString() + ":" + address.getPort();
    node.system().getWhenTerminated().thenRun(readSide.store()::close);
    CompletionStage<Integer> stopped =
        node.system().getWhenTerminated().thenApply(done -> node.wasPastMending() ? 1 : 0);
    return new Running() {
      @Override
      public String url() {
        return url;
      }

      @Override
      public CompletionStage<Integer> stopped() {
        return stopped;
      }
    };
  }
}
