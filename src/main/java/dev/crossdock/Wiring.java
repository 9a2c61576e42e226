package dev.crossdock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.ApiParts;
import dev.crossdock.api.HttpApi;
import dev.crossdock.api.server.HttpServer;
import dev.crossdock.api.server.RunningServer;
import dev.crossdock.api.write.EventView;
import dev.crossdock.cli.Running;
import dev.crossdock.erasure.StoredErasures;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.FlowStore;
import dev.crossdock.journal.Migrations;
import dev.crossdock.journal.Roster;
import dev.crossdock.journal.Suitability;
import dev.crossdock.journal.Vendor;
import dev.crossdock.ops.IntakeGate;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.http.HttpPartners;
import dev.crossdock.personal.PersonalKeys;
import dev.crossdock.replay.LivesInJournal;
import dev.crossdock.runtime.Node;
import dev.crossdock.settings.HttpSettings;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.ManagementSettings;
import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.settings.Settings;
import dev.crossdock.view.CursorKey;
import dev.crossdock.view.Cursors;
import dev.crossdock.view.CustomerOrders;
import dev.crossdock.view.Projector;
import dev.crossdock.view.ReadSide;
import dev.crossdock.view.ReadSideParts;
import dev.crossdock.view.ReadStore;
import dev.crossdock.view.ViewsInTables;
import dev.crossdock.webhook.Deliveries;
import dev.crossdock.webhook.OutboxProjector;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.pattern.Patterns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the object graph: the only place that knows all. */
final class Wiring {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  /** Requests under way when the node is stopped have so long to be answered. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

  private final Settings settings;
  private final Clock clock;
  private final DataSource database;
  private final int schema;
  private final Flows flows;
  private final PersonalKeys personal;
  private final HttpPartners adapters;
  private final Metering metering = new Metering();
  private final ReadSide readSide;
  private final Deliveries deliveries;
  private final IntakeGate gate;

  private Wiring(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    JournalSettings journal = settings.journal();
    this.database = Vendor.dataSource(journal.url(), journal.user(), journal.password().value());
    this.schema = schema(journal, settings, clock);
    this.flows = new FlowStore(database).register(settings.flows().values());
    this.personal = personal(settings.journal(), clock);
    this.adapters = new HttpPartners(clock);
    this.readSide = readSide();
    this.deliveries = deliveries();
    this.gate = gate();
  }

  /** Starts a node from the journal up; requests are taken once everything below them is there. */
  static CompletionStage<Running> start(Settings settings, Clock clock) {
    Wiring wiring = new Wiring(settings, clock);
    return Node.start(
            settings,
            wiring.flows,
            wiring.personal.keys(),
            wiring.partners(),
            wiring.readSide,
            new Roster(wiring.database, wiring.schema),
            wiring.gate::isRush,
            wiring.metering.registry(),
            clock)
        .thenCompose(wiring::opened);
  }

  /** Brings the schema along, and refuses a database that orders cannot be entrusted to. */
  private static int schema(JournalSettings journal, Settings settings, Clock clock) {
    String password = journal.password().value();
    int known = Migrations.migrate(journal.url(), journal.user(), password);
    var terms =
        new Suitability.Terms(
            settings.checks().sync(), settings.checks().clockOffMax(), settings.runtime().shards());
    Suitability.require(journal.url(), journal.user(), password, terms, clock);
    return known;
  }

  private static PersonalKeys personal(JournalSettings journal, Clock clock) {
    if (journal.personal().masters().isEmpty()) {
      LOG.warn(
          "names and addresses are stored as they are, and cannot be erased:"
              + " crossdock.journal.personal.masters is empty");
    }
    return PersonalKeys.open(journal, clock);
  }

  /** Whoever is to hear of each change once, whatever is rebuilt, is named here. */
  private ReadSide readSide() {
    List<Projector> neverRebuilt = List.of(new OutboxProjector(personal.keys()));
    return new ReadSide(
        new ReadSideParts(
            ReadStore.open(settings.journal(), settings.readSide().poolSize()),
            flows,
            personal.keys(),
            settings.readSide(),
            kind -> PartnerSettings.nameOf(settings.partners().values(), kind),
            neverRebuilt,
            metering.registry(),
            clock));
  }

  private Deliveries deliveries() {
    return Deliveries.open(
        settings.journal(),
        settings.webhooks(),
        personal.keys(),
        metering.registry(),
        clock,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  private Map<String, Partner> partners() {
    Map<String, Partner> partners = new TreeMap<>();
    settings
        .partners()
        .forEach(
            (name, partner) ->
                partners.put(
                    name, adapters.forPartner(name, partner.baseUrl(), partner.concurrencyMax())));
    return partners;
  }

  private CompletionStage<Running> opened(Node node) {
    deliveries.start(node.system(), node.supervision());
    HttpApi api = new HttpApi(node.system(), shownBy(node), settings.http());
    node.supervision().root().child("intake", "server");
    ManagementSettings own = settings.management();
    if (own == null) {
      return HttpServer.start(node.system(), settings.http(), api.routes(), api::endStreams)
          .thenApply(server -> running(node, server, server));
    }
    HttpSettings there = settings.http().at(own.host(), own.port());
    return HttpServer.start(node.system(), there, api.operatorRoutes(), () -> {})
        .thenCombine(
            HttpServer.start(node.system(), settings.http(), api.publicRoutes(), api::endStreams),
            (operators, intake) -> running(node, intake, operators));
  }

  private ApiParts shownBy(Node node) {
    return new ApiParts(
        node.orders(),
        gate,
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
        new ViewsInTables(readSide),
        cursors(),
        new LivesInJournal(readSide.store(), flows, personal.keys()),
        new StoredErasures(node.orders(), personal, new CustomerOrders(readSide)),
        clock);
  }

  private IntakeGate gate() {
    HttpSettings http = settings.http();
    IntakeGate gate =
        new IntakeGate(http.intakeDelayMax(), http.intakePatience(), System::nanoTime);
    metering.watch(gate);
    return gate;
  }

  private Cursors cursors() {
    String secret = settings.http().cursorSecret().value();
    return new Cursors(
        secret.isEmpty() ? CursorKey.kept(database) : secret.getBytes(StandardCharsets.UTF_8));
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
  private Running running(Node node, RunningServer server, RunningServer operators) {
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(node.system());
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeServiceUnbind(), "drain", () -> drained(node.system()));
    shutdown.addTask(
        CoordinatedShutdown.PhaseServiceUnbind(), "intake", () -> server.stop(LAST_ANSWERS));
    if (operators != server) {
      atTheEnd(shutdown, "operators", () -> operators.stop(Duration.ofSeconds(1)));
    }
    atTheEnd(shutdown, "partners", adapters::close);
    atTheEnd(shutdown, "webhooks", deliveries::close);
    String url = url(server);
    String operatorsUrl = url(operators);
    CompletionStage<Integer> stopped =
        node.system().getWhenTerminated().thenApply(done -> closed(node));
    return new Running() {
      @Override
      public String url() {
        return url;
      }

      @Override
      public String operatorsUrl() {
        return operatorsUrl;
      }

      @Override
      public CompletionStage<Integer> stopped() {
        return stopped;
      }

      @Override
      public void stop() {
        node.system().terminate();
      }
    };
  }

  private static String url(RunningServer server) {
    var address = server.address();
    return "http://" + address.getHostString() + ":" + address.getPort();
  }

  /** Not ready any more, and waiting for others to notice. */
  private CompletionStage<Done> drained(ActorSystem<?> system) {
    Duration drain = settings.cluster().drain();
    return drain.isZero()
        ? CompletableFuture.completedFuture(Done.getInstance())
        : Patterns.after(
            drain, system, () -> CompletableFuture.completedFuture(Done.getInstance()));
  }

  private static void atTheEnd(
      CoordinatedShutdown shutdown, String what, Supplier<? extends CompletionStage<?>> close) {
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
        what,
        () -> close.get().thenApply(closed -> Done.getInstance()));
  }

  /** The exit code, once nothing is open any more. */
  private int closed(Node node) {
    readSide.store().close();
    personal.close();
    metering.close();
    return node.wasGivenUp() ? 1 : 0;
  }
}
